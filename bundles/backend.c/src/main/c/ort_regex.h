/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Matching of compiled sh:pattern automata, which search UTF-8 bytes: "matches" means that some part of the text matches.
 * The compiler makes a DFA over bytes, one over characters where that would be too large, and an NFA where that would be too large
 * in turn. Time is linear in the text for all three.
 */
#ifndef ORT_REGEX_H
#define ORT_REGEX_H

#include "ort.h"

/* For dead and always when the automaton has no such state. */
#define ORT_DFA_NONE UINT32_MAX

/* A complete automaton of the search: the loop over starting points is part of it, and so are the anchors; the start state
   stands for the beginning of the text, and a state that accepts only before the end of the text is just accepting. */
typedef struct ort_dfa_table {
  uint32_t states;
  uint32_t classes;
  uint32_t start;
  uint32_t dead;            /* never accepts, whatever follows; or ORT_DFA_NONE */
  uint32_t always;          /* accepts whatever follows; or ORT_DFA_NONE */
  const uint16_t *next;     /* states * classes: the state after a symbol of a class */
  const uint8_t *accepting; /* states: 1 when a text that ends here matches */
} ort_dfa_table;

/* Over bytes. */
typedef struct ort_dfa {
  ort_dfa_table table;
  const uint8_t *class_of; /* 256: the class of each byte, less than classes */
} ort_dfa;

/* The same over characters, for patterns whose automaton over bytes would be too large. A code point's class is class_of[i] for the
   greatest i with first[i] <= code point; first[0] is 0. */
typedef struct ort_character_dfa {
  ort_dfa_table table;
  uint32_t ranges;
  const uint32_t *first;
  const uint16_t *class_of;
} ort_character_dfa;

typedef enum ort_nfa_op {
  ORT_NFA_RANGE,      /* a byte from first to second, then the next instruction */
  ORT_NFA_SPLIT,      /* goes on at first and at second */
  ORT_NFA_JUMP,       /* goes on at first */
  ORT_NFA_BEGIN,      /* the next instruction at the beginning of the text only: ^ */
  ORT_NFA_END,        /* ... at the end of the text only: $ */
  ORT_NFA_LINE_BEGIN, /* ^ with flag m */
  ORT_NFA_LINE_END,   /* $ with flag m */
  ORT_NFA_MATCH
} ort_nfa_op;

typedef struct ort_nfa_instruction {
  uint32_t first;
  uint32_t second;
  uint8_t op; /* an ort_nfa_op */
} ort_nfa_instruction;

/* A program that starts at instruction 0, at every byte of the text anew: it needs no loop for the search. The last instruction
   is a MATCH or a JUMP, so that every instruction has a next one. */
typedef struct ort_nfa {
  uint32_t length;
  const ort_nfa_instruction *program;
} ort_nfa;

/* The words of scratch memory that matching a program of this length takes. */
#define ORT_NFA_SCRATCH(length) (4 * (size_t)(length))

/* 1 when text contains a match, else 0. */
ORT_API int ort_dfa_matches(const ort_dfa *dfa, const char *text, size_t length);

/* The same for well-formed UTF-8. */
ORT_API int ort_character_dfa_matches(const ort_character_dfa *dfa, const char *text, size_t length);

/* The same; scratch has ORT_NFA_SCRATCH(nfa->length) words, of any contents. */
ORT_API int ort_nfa_matches(const ort_nfa *nfa, const char *text, size_t length, uint32_t *scratch);

#endif
