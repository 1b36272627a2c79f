// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace theme {
namespace {

Tokens makeLight()
{
    return {
        .window = 0xF2F4F8,
        .panel = 0xFFFFFF,
        .raised = 0xFFFFFF,
        .sunken = 0xF7F8FB,
        .hover = 0xF2F3FA,
        .border = 0xDDE1E9,
        .edge = 0x7F899B,
        .text = 0x1A1F29,
        .muted = 0x566072,
        .disabled = 0x8C95A4,
        .accent = 0x5443CF,
        .accentFill = 0x5B4AD8,
        .accentHover = 0x4A39C4,
        .accentTint = 0xECEAFC,
        .onAccent = 0xFFFFFF,
        .select = 0xE6E3FB,
        .neutral = 0xEEF0F4,
        .neutralEdge = 0xBCC4D0,
        .neutralText = 0x414B5B,
        .armed = 0x968900,
        .armedFill = 0xFBF8CF,
        .armedText = 0x5C5400,
        .changed = 0xDAD4F8,
        .changedText = 0x4334B0,
        .grid = 0xE9ECF1,
        .bankA = 0x9C6B4E,
        .bankB = 0x5C7696,
        .prepared = {0xFCF3DE, 0xF0C566, 0x885E00, 0xBF8400},
        .submitted = {0xC7E0EE, 0x66AAD1, 0x005C90, 0x0072B2},
        .retrying = {0xF0F8FD, 0x56B4E9, 0x346C8C, 0x4897C4},
        .succeed = {0xDEF2ED, 0x66C5AB, 0x007052, 0x009E73},
        .failed = {0xFAEADE, 0xE69E66, 0xA24700, 0xD55E00},
        .stalled = {0xF8EEF4, 0xE0AFCA, 0x8B5272, 0xC675A2},
        .local = {0x5E6B7F, 0xECEDF0, 0x566275, 0xF5F6F7},
        .test = {0x63751A, 0xECEEE4, 0x586817, 0xF6F7F1},
        .prod = {0xC01648, 0xF7E3E9, 0xBA1546, 0xFBF1F4},
    };
}

Tokens makeDark()
{
    return {
        .window = 0x12151B,
        .panel = 0x1A1E26,
        .raised = 0x232935,
        .sunken = 0x151920,
        .hover = 0x212732,
        .border = 0x2C3340,
        .edge = 0x667286,
        .text = 0xE7EAF0,
        .muted = 0xA0AABA,
        .disabled = 0x6C7687,
        .accent = 0x9483FF,
        .accentFill = 0x6A57E0,
        .accentHover = 0x7161E4,
        .accentTint = 0x2A2749,
        .onAccent = 0xFFFFFF,
        .select = 0x2B2A4D,
        .neutral = 0x2A313D,
        .neutralEdge = 0x4A5566,
        .neutralText = 0xC3CAD6,
        .armed = 0xF0E442,
        .armedFill = 0x37351B,
        .armedText = 0xF0E442,
        .changed = 0x3A3658,
        .changedText = 0xC4BAFF,
        .grid = 0x272D38,
        .bankA = 0xC79C80,
        .bankB = 0x9DB2CE,
        .prepared = {0x43381E, 0x986E0E, 0xE9AA1C, 0xE69F00},
        .submitted = {0x0E4669, 0x0A527D, 0x9CC8E1, 0x0072B2},
        .retrying = {0x223341, 0x56B4E9, 0x56B4E9, 0x56B4E9},
        .succeed = {0x153835, 0x0A6D56, 0x54BEA1, 0x009E73},
        .failed = {0x3F2B1E, 0x8E460E, 0xE4985C, 0xD55E00},
        .stalled = {0x3E3040, 0x885676, 0xDA9DBF, 0xCC79A7},
        .local = {0x8A97AB, 0x303641, 0xA0ABBB, 0x252A33},
        .test = {0xA3B84C, 0x353D2E, 0xA6BA51, 0x282D2A},
        .prod = {0xF0708F, 0x452E3B, 0xF38AA3, 0x2F2631},
    };
}

struct ColorName
{
    QLatin1StringView name;
    QColor Tokens::*color;
};

constexpr std::array colorNames{
    ColorName{"window"_L1, &Tokens::window},
    ColorName{"panel"_L1, &Tokens::panel},
    ColorName{"raised"_L1, &Tokens::raised},
    ColorName{"sunken"_L1, &Tokens::sunken},
    ColorName{"hover"_L1, &Tokens::hover},
    ColorName{"border"_L1, &Tokens::border},
    ColorName{"edge"_L1, &Tokens::edge},
    ColorName{"text"_L1, &Tokens::text},
    ColorName{"muted"_L1, &Tokens::muted},
    ColorName{"disabled"_L1, &Tokens::disabled},
    ColorName{"accent"_L1, &Tokens::accent},
    ColorName{"accentFill"_L1, &Tokens::accentFill},
    ColorName{"accentHover"_L1, &Tokens::accentHover},
    ColorName{"accentTint"_L1, &Tokens::accentTint},
    ColorName{"onAccent"_L1, &Tokens::onAccent},
    ColorName{"select"_L1, &Tokens::select},
    ColorName{"neutral"_L1, &Tokens::neutral},
    ColorName{"neutralEdge"_L1, &Tokens::neutralEdge},
    ColorName{"neutralText"_L1, &Tokens::neutralText},
    ColorName{"armed"_L1, &Tokens::armed},
    ColorName{"armedFill"_L1, &Tokens::armedFill},
    ColorName{"armedText"_L1, &Tokens::armedText},
    ColorName{"changed"_L1, &Tokens::changed},
    ColorName{"changedText"_L1, &Tokens::changedText},
    ColorName{"grid"_L1, &Tokens::grid},
    ColorName{"bankA"_L1, &Tokens::bankA},
    ColorName{"bankB"_L1, &Tokens::bankB},
};

void appendState(QList<NamedColor> &all, const QString &name, const StateColors &colors)
{
    all << NamedColor{name + u"Fill"_s, colors.fill} << NamedColor{name + u"Edge"_s, colors.edge}
        << NamedColor{name + u"Text"_s, colors.text} << NamedColor{name + u"Chart"_s, colors.chart};
}

void appendLevel(QList<NamedColor> &all, const QString &name, const LevelColors &colors)
{
    all << NamedColor{name + u"Mark"_s, colors.mark} << NamedColor{name + u"Fill"_s, colors.fill}
        << NamedColor{name + u"Text"_s, colors.text} << NamedColor{name + u"Band"_s, colors.band};
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const StateColors &Tokens::of(State state) const
{
    switch (state) {
    case State::Prepared:
        return prepared;
    case State::Submitted:
        return submitted;
    case State::Retrying:
        return retrying;
    case State::Succeed:
        return succeed;
    case State::Failed:
        return failed;
    case State::Stalled:
        return stalled;
    }
    Q_UNREACHABLE();
}

const LevelColors &Tokens::of(Level level) const
{
    switch (level) {
    case Level::Local:
        return local;
    case Level::Test:
        return test;
    case Level::Prod:
        return prod;
    }
    Q_UNREACHABLE();
}

QColor Tokens::of(Bank bank) const
{
    return bank == Bank::A ? bankA : bankB;
}

const Tokens &lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

QList<NamedColor> namedColors(const Tokens &tokens)
{
    QList<NamedColor> all;
    for (const ColorName &entry : colorNames)
        all << NamedColor{QString(entry.name), tokens.*entry.color};
    appendState(all, u"prepared"_s, tokens.prepared);
    appendState(all, u"submitted"_s, tokens.submitted);
    appendState(all, u"retrying"_s, tokens.retrying);
    appendState(all, u"succeed"_s, tokens.succeed);
    appendState(all, u"failed"_s, tokens.failed);
    appendState(all, u"stalled"_s, tokens.stalled);
    appendLevel(all, u"local"_s, tokens.local);
    appendLevel(all, u"test"_s, tokens.test);
    appendLevel(all, u"prod"_s, tokens.prod);
    return all;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

} // namespace theme
