// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/payloadfields.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

bool isMemberName(const QString &name)
{
    const auto needsEscape = [](QChar c) { return c == u'"' || c == u'\\' || c.category() == QChar::Other_Control; };
    return !name.isEmpty() && name.size() <= PayloadFields::nameMax && name == name.trimmed()
        && std::none_of(name.begin(), name.end(), needsEscape);
}

} // namespace

core::Status checkPayloadFields(const PayloadFields &fields)
{
    const std::array<std::pair<QByteArray, const QString *>, 3> all{
        {{"amountField", &fields.amount}, {"fromField", &fields.from}, {"toField", &fields.to}}};
    for (const auto &[field, name] : all) {
        if (!isMemberName(*name))
            return core::Error::invalid(field,
                                        u"must be 1 to %1 characters without quotes, backslashes or control "
                                        "characters"_s.arg(PayloadFields::nameMax));
    }
    return core::Done{};
}

} // namespace ui
