/* SPDX-License-Identifier: Apache-2.0 */
/* Lexical forms that are checked character by character: strings, names, language tags and binary data. */
#ifndef ORT_TEXT_H
#define ORT_TEXT_H

#include "ort.h"

/* 1 when text is a value of type, which is xsd:string or derived from it, or anyURI, QName, hexBinary or base64Binary. */
ORT_API int ort_text_valid(ort_datatype type, const char *text, size_t length);

#endif
