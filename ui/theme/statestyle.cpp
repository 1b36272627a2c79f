// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/statestyle.h"

using namespace Qt::StringLiterals;

namespace theme {
namespace {

QString stateIcon(State state)
{
    switch (state) {
    case State::Prepared:
        return u"prepared"_s;
    case State::Submitted:
        return u"arrow-right"_s;
    case State::Retrying:
        return u"retry"_s;
    case State::Succeed:
        return u"check"_s;
    case State::Failed:
        return u"cross"_s;
    case State::Stalled:
        return u"warning"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

StateStyle stateStyle(State state, const Tokens &tokens)
{
    const StateColors &colors = tokens.of(state);
    return {stateIcon(state), colors.fill, colors.edge, colors.text, colors.chart, state == State::Retrying};
}

StateStyle verdictStyle(Verdict verdict, const Tokens &tokens)
{
    switch (verdict) {
    case Verdict::Success:
        return stateStyle(State::Succeed, tokens);
    case Verdict::Failure:
        return stateStyle(State::Failed, tokens);
    case Verdict::Ongoing:
        return neutralStyle(u"clock"_s, tokens);
    case Verdict::Unknown:
        return neutralStyle(u"question"_s, tokens);
    case Verdict::TimedOut:
        return neutralStyle(u"hourglass"_s, tokens);
    }
    Q_UNREACHABLE();
}

StateStyle neutralStyle(const QString &icon, const Tokens &tokens)
{
    return {icon, tokens.neutral, tokens.neutralEdge, tokens.neutralText, tokens.edge, false};
}

} // namespace theme
