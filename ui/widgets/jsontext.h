// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace widgets {

/// A piece of JSON text: brackets and separators, keys, values; Other is whatever is not JSON.
struct JsonPiece
{
    enum class Kind { Space, Punctuation, Key, String, Number, Word, Other } kind;
    qsizetype start;
    qsizetype length;
};

/// Cuts text into pieces that follow each other without gaps. Never fails: what is not JSON comes as Other.
QList<JsonPiece> jsonPieces(QStringView text);

/// The same JSON on several lines, indented by two. Only white space changes: numbers, escapes, order and repeated keys
/// stay as they were written. Text that is not JSON comes back as it is.
QString prettyJson(QStringView text);

} // namespace widgets
