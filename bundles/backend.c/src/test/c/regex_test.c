/* SPDX-License-Identifier: Apache-2.0 */
/* Hand-made automata: each pattern as a DFA and as an NFA where both are short, then the anchors, then hostile programs. */
#include "ort_regex.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int checks;
static int failures;

static void check(int ok, const char *what, const char *detail) {
  checks++;
  if (!ok) {
    failures++;
    printf("FAILED: %s: %s\n", what, detail);
  }
}

static char *copy(const char *text, size_t length) { /* so that ASan sees a read past the end */
  char *const exact = (char *)malloc(length + (length == 0));
  if (exact == NULL) {
    exit(2);
  }
  memcpy(exact, text, length);
  return exact;
}

static int run_dfa(const ort_dfa *dfa, const char *text, size_t length) {
  char *const exact = copy(text, length);
  const int result = ort_dfa_matches(dfa, exact, length);
  free(exact);
  return result;
}

static int run_nfa(const ort_nfa *nfa, const char *text, size_t length) {
  char *const exact = copy(text, length);
  uint32_t *const scratch = (uint32_t *)malloc(ORT_NFA_SCRATCH(nfa->length) * sizeof(uint32_t));
  int result;
  if (scratch == NULL) {
    exit(2);
  }
  memset(scratch, 0xA5, ORT_NFA_SCRATCH(nfa->length) * sizeof(uint32_t));
  result = ort_nfa_matches(nfa, exact, length, scratch);
  check(ort_nfa_matches(nfa, exact, length, scratch) == result, "scratch is reused", text);
  free(scratch);
  free(exact);
  return result;
}

#define PROGRAM(code) {(uint32_t)(sizeof(code) / sizeof((code)[0])), code}
#define BYTE(c) {c, c, ORT_NFA_RANGE}
#define ANY {0, 255, ORT_NFA_RANGE}
#define SPLIT(a, b) {a, b, ORT_NFA_SPLIT}
#define JUMP(a) {a, 0, ORT_NFA_JUMP}
#define DO(op) {0, 0, op}

/* ---- ab, unanchored ---- */

static const uint8_t ab_class[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2};
static const uint16_t ab_next[] = {0, 1, 0, 0, 1, 2, 2, 2, 2};
static const uint8_t ab_accepting[] = {0, 0, 1};
static const ort_dfa ab_dfa = {{3, 3, 0, ORT_DFA_NONE, 2, ab_next, ab_accepting}, ab_class};
static const ort_nfa_instruction ab_code[] = {BYTE('a'), BYTE('b'), DO(ORT_NFA_MATCH)};
static const ort_nfa ab_nfa = PROGRAM(ab_code);

/* ---- ^a*b$: the start state knows the beginning, state 3 is dead ---- */

static const uint16_t line_next[] = {3, 0, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3};
static const uint8_t line_accepting[] = {0, 1, 0, 0};
static const ort_dfa line_dfa = {{4, 3, 0, 3, ORT_DFA_NONE, line_next, line_accepting}, ab_class};
static const ort_nfa_instruction line_code[] = {DO(ORT_NFA_BEGIN), SPLIT(2, 4), BYTE('a'), JUMP(1),
                                                BYTE('b'),         DO(ORT_NFA_END), DO(ORT_NFA_MATCH)};
static const ort_nfa line_nfa = PROGRAM(line_code);

typedef struct match_row {
  const char *text;
  int ab;
  int line;
} match_row;

static const match_row match_rows[] = {
    {"", 0, 0},     {"a", 0, 0},      {"b", 0, 1},    {"ab", 1, 1},       {"aab", 1, 1},       {"abb", 1, 0},
    {"aaaab", 1, 1}, {"ba", 0, 0},    {"xab", 1, 0},  {"abx", 1, 0},      {"aXb", 0, 0},       {"\xC3\xA9" "ab", 1, 0},
    {"acab", 1, 0}, {"a\nb", 0, 0},   {"ab\n", 1, 0}, {"\xFF\xFF" "a", 0, 0}, {"aaaaaaaab", 1, 1}, {"bbbb", 0, 0},
};

static void test_both(void) {
  size_t i;
  for (i = 0; i < sizeof match_rows / sizeof match_rows[0]; i++) {
    const match_row *const row = &match_rows[i];
    const size_t length = strlen(row->text);
    check(run_dfa(&ab_dfa, row->text, length) == row->ab, "DFA ab", row->text);
    check(run_nfa(&ab_nfa, row->text, length) == row->ab, "NFA ab", row->text);
    check(run_dfa(&line_dfa, row->text, length) == row->line, "DFA ^a*b$", row->text);
    check(run_nfa(&line_nfa, row->text, length) == row->line, "NFA ^a*b$", row->text);
  }
  check(run_dfa(&ab_dfa, "\0ab", 3), "DFA with U+0000", "ab");
  check(run_nfa(&ab_nfa, "\0ab", 3), "NFA with U+0000", "ab");
}

/* The same answers on every text of up to seven bytes of {a, b, x}. */
static void test_agreement(void) {
  char text[8];
  uint32_t number;
  for (number = 0; number < 2187 * 8; number++) {
    const size_t length = number % 8;
    uint32_t rest = number / 8;
    size_t i;
    for (i = 0; i < length; i++, rest /= 3) {
      text[i] = "abx"[rest % 3];
    }
    text[length] = '\0';
    check(run_dfa(&ab_dfa, text, length) == run_nfa(&ab_nfa, text, length), "ab", text);
    check(run_dfa(&ab_dfa, text, length) == (strstr(text, "ab") != NULL), "ab", text);
    check(run_dfa(&line_dfa, text, length) == run_nfa(&line_nfa, text, length), "^a*b$", text);
  }
}

/* ---- early exits: what follows is not even looked at ---- */

static void test_early_exit(void) {
  static const uint16_t poisoned[] = {1, 2, 2, 9999, 9999, 9999, 9999, 9999, 9999};
  static const uint8_t accepting[] = {1, 0, 1};
  static const ort_dfa dead = {{3, 3, 0, 1, 2, poisoned, accepting}, ab_class};
  check(ort_dfa_matches(&dead, "xabababab", 9) == 0, "dead", "xab...");
  check(ort_dfa_matches(&dead, "axxxxxxxx", 9) == 1, "always", "axx...");
  check(ort_dfa_matches(&dead, "", 0) == 1, "empty text", "accepting start");
}

/* ---- anchors with flag m ---- */

static void test_lines(void) {
  static const ort_nfa_instruction empty_line_code[] = {DO(ORT_NFA_LINE_BEGIN), DO(ORT_NFA_LINE_END), DO(ORT_NFA_MATCH)};
  static const ort_nfa_instruction line_a_code[] = {DO(ORT_NFA_LINE_BEGIN), BYTE('a'), DO(ORT_NFA_LINE_END), DO(ORT_NFA_MATCH)};
  static const ort_nfa_instruction begin_code[] = {BYTE('\n'), DO(ORT_NFA_LINE_BEGIN), DO(ORT_NFA_MATCH)};
  static const ort_nfa_instruction end_code[] = {BYTE('\n'), DO(ORT_NFA_LINE_END), DO(ORT_NFA_MATCH)};
  static const ort_nfa empty_line = PROGRAM(empty_line_code);
  static const ort_nfa line_a = PROGRAM(line_a_code);
  static const ort_nfa begin = PROGRAM(begin_code);
  static const ort_nfa end = PROGRAM(end_code);
  check(run_nfa(&empty_line, "", 0) == 1, "^$ m", "empty");
  check(run_nfa(&empty_line, "a\n\nb", 4) == 1, "^$ m", "empty line between");
  check(run_nfa(&empty_line, "\na", 2) == 1, "^$ m", "empty line before");
  check(run_nfa(&empty_line, "abcd\ndefg\n", 10) == 0, "^$ m", "no line after the last line feed");
  check(run_nfa(&empty_line, "a\n\n", 3) == 1, "^$ m", "empty last line");
  check(run_nfa(&empty_line, "\n", 1) == 1, "^$ m", "one empty line");
  check(run_nfa(&line_a, "x\na\ny", 5) == 1, "^a$ m", "middle");
  check(run_nfa(&line_a, "x\na", 3) == 1, "^a$ m", "last");
  check(run_nfa(&line_a, "x\na\n", 4) == 1, "^a$ m", "last, ended");
  check(run_nfa(&line_a, "a", 1) == 1, "^a$ m", "only");
  check(run_nfa(&line_a, "xa\nax\na\r\n", 9) == 0, "^a$ m", "no line; a carriage return is no line end");
  check(run_nfa(&begin, "a\n", 2) == 0, "\\n^ m", "at the end");
  check(run_nfa(&begin, "a\nb", 3) == 1, "\\n^ m", "before the end");
  check(run_nfa(&end, "a\n", 2) == 0, "\\n$ m", "at the end");
  check(run_nfa(&end, "a\n\n", 3) == 1, "\\n$ m", "before a line feed");
}

static void test_anchors(void) {
  static const ort_nfa_instruction empty_code[] = {DO(ORT_NFA_BEGIN), DO(ORT_NFA_END), DO(ORT_NFA_MATCH)};
  static const ort_nfa_instruction never_code[] = {BYTE('a'), DO(ORT_NFA_BEGIN), DO(ORT_NFA_MATCH)};
  static const ort_nfa_instruction match_code[] = {DO(ORT_NFA_MATCH)};
  static const ort_nfa_instruction e_acute_code[] = {BYTE(0xC3), {0xA8, 0xAA, ORT_NFA_RANGE}, DO(ORT_NFA_END), DO(ORT_NFA_MATCH)};
  static const ort_nfa empty = PROGRAM(empty_code);
  static const ort_nfa never = PROGRAM(never_code);
  static const ort_nfa match = PROGRAM(match_code);
  static const ort_nfa e_acute = PROGRAM(e_acute_code);
  check(run_nfa(&empty, "", 0) == 1, "^$", "empty");
  check(run_nfa(&empty, "\n", 1) == 0, "^$", "line feed: $ is the end of the text only");
  check(run_nfa(&never, "aaa", 3) == 0, "a^", "aaa");
  check(run_nfa(&match, "", 0) == 1, "empty pattern", "empty");
  check(run_nfa(&match, "x", 1) == 1, "empty pattern", "x");
  check(run_nfa(&e_acute, "caf\xC3\xA9", 5) == 1, "\\u00E9$", "caf\xC3\xA9");
  check(run_nfa(&e_acute, "caf\xC3\xA9s", 6) == 0, "\\u00E9$", "caf\xC3\xA9s");
  check(run_nfa(&e_acute, "caf\xC3\xAB", 5) == 0, "\\u00E9$", "caf\xC3\xAB");
}

/* ---- hostile programs ---- */

/* (a*)*$: a loop without a byte must end. (a?){n}a{n} on a{n}: exponential for a matcher that backtracks. */
static void test_hostile(void) {
  enum { N = 2000, TEXT = 20000 };
  static const ort_nfa_instruction loop_code[] = {DO(ORT_NFA_BEGIN), SPLIT(2, 6), SPLIT(3, 5),         BYTE('a'),
                                                  JUMP(2),           JUMP(1),     DO(ORT_NFA_END), DO(ORT_NFA_MATCH)};
  static const ort_nfa_instruction self_code[] = {SPLIT(0, 0)};
  static const ort_nfa loop = PROGRAM(loop_code);
  static const ort_nfa self = PROGRAM(self_code);
  static ort_nfa_instruction optional_code[3 * N + 2];
  static char text[TEXT];
  ort_nfa optional = {3 * N + 2, optional_code};
  uint32_t i;
  memset(text, 'a', sizeof text);
  check(run_nfa(&loop, text, sizeof text) == 1, "^(a*)*$", "a{20000}");
  check(run_nfa(&self, text, 100) == 0, "an endless split", "a{100}");
  for (i = 0; i < N; i++) {
    const ort_nfa_instruction split = SPLIT(2 * i + 2, 2 * i + 3), a = BYTE('a');
    optional_code[2 * i + 1] = split;
    optional_code[2 * i + 2] = a;
    optional_code[2 * N + 1 + i] = a;
  }
  optional_code[0].op = ORT_NFA_BEGIN;
  optional_code[3 * N + 1].op = ORT_NFA_MATCH;
  check(run_nfa(&optional, text, N) == 1, "^(a?){n}a{n}", "a{n}");
  check(run_nfa(&optional, text, N - 1) == 0, "^(a?){n}a{n}", "a{n-1}");
  text[TEXT - 1] = 'b';
  check(run_nfa(&loop, text, sizeof text) == 0, "^(a*)*$", "a{19999}b");
}

/* ^[é-ü\U0001F600]+$ over characters: a range of two bytes and a character of four. */
static void test_characters(void) {
  static const uint32_t first[] = {0, 0xE9, 0xFD, 0x1F600, 0x1F601};
  static const uint16_t class_of[] = {0, 1, 0, 1, 0};
  static const uint16_t next[] = {2, 1, 2, 1, 2, 2};
  static const uint8_t accepting[] = {0, 1, 0};
  static const ort_character_dfa dfa = {{3, 2, 0, 2, ORT_DFA_NONE, next, accepting}, 5, first, class_of};
  static const struct {
    const char *text;
    int matches;
  } cases[] = {{"", 0},
               {"\303\251", 1},
               {"\303\251\360\237\230\200\303\274", 1},
               {"\303\275", 0},
               {"\303\251a", 0},
               {"\360\237\230\201", 0},
               {"\342\202\254", 0}};
  size_t i;
  for (i = 0; i < sizeof cases / sizeof *cases; i++) {
    check(ort_character_dfa_matches(&dfa, cases[i].text, strlen(cases[i].text)) == cases[i].matches, "characters", cases[i].text);
  }
}

/* .*.*=.* style work on a long text, and a DFA on a megabyte. */
static void test_long(void) {
  static const ort_nfa_instruction dots_code[] = {SPLIT(1, 3), ANY,     JUMP(0),   SPLIT(4, 6),
                                                  ANY,         JUMP(3), BYTE('='), DO(ORT_NFA_MATCH)};
  static const ort_nfa dots = PROGRAM(dots_code);
  const size_t length = 1000000;
  char *const text = (char *)malloc(length);
  if (text == NULL) {
    exit(2);
  }
  memset(text, 'a', length);
  check(run_nfa(&dots, text, length / 10) == 0, ".*.*=", "a{100000}");
  check(run_dfa(&ab_dfa, text, length) == 0, "ab", "a{1000000}");
  text[length - 1] = 'b';
  check(run_dfa(&ab_dfa, text, length) == 1, "ab", "a{999999}b");
  check(run_dfa(&line_dfa, text, length) == 1, "^a*b$", "a{999999}b");
  free(text);
}

int main(void) {
  test_both();
  test_agreement();
  test_early_exit();
  test_lines();
  test_anchors();
  test_hostile();
  test_characters();
  test_long();
  printf("regex_test: %d checks, %d failures\n", checks, failures);
  return failures == 0 ? 0 : 1;
}
