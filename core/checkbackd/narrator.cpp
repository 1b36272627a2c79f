// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/narrator.h"

#include <cstdio>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

Result<Narrator> Narrator::from(const Options &options)
{
    const QString language = options.value(u"language"_s);
    if (language == u"en" || language == u"zh")
        return Narrator(language == u"zh");
    return Error::invalid("language", u"--language %1: give en or zh"_s.arg(language));
}

void Narrator::line(const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

} // namespace core::checkbackd
