// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checkbackd/options.h"
#include "core/faults/scenario.h"

namespace core::checkbackd {

/// What a command tells on standard output, line by line, in the language that its --language names: en or zh.
class Narrator final
{
public:
    /// Invalid where the language is another one.
    static Result<Narrator> from(const Options &options);

    bool isChinese() const { return m_isChinese; }
    /// The text in the language of the story.
    QString in(const faults::Caption &text) const { return m_isChinese ? text.chinese : text.english; }
    void tell(const faults::Caption &text) const { line(in(text)); }
    /// UTF-8 whatever the locale says, since the stories are Chinese as well; seen at once.
    static void line(const QString &text);

private:
    explicit Narrator(bool chinese) : m_isChinese(chinese) { }

    bool m_isChinese;
};

} // namespace core::checkbackd
