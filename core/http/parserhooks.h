// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <http_parser.h>

namespace core::http {

// What http-parser's callbacks return, and what both parsers need to serve them.
constexpr int goOn = 0;
constexpr int stop = -1;

constexpr qsizetype headerFramingBytes = 4; ///< ": " and CR LF

/// The parser of ours that a callback belongs to.
template<typename Parser> Parser *ownerOf(http_parser *parser)
{
    return static_cast<Parser *>(parser->data);
}

inline QByteArrayView view(const char *at, size_t length)
{
    return {at, qsizetype(length)};
}

} // namespace core::http
