// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/statestyle.h"

#include <QTest>

using namespace Qt::StringLiterals;
using theme::contrastRatio;
using theme::Tokens;

namespace {

constexpr double textMin = 4.5;
constexpr double lineMin = 3.0;

struct Pair
{
    QString name;
    QColor front;
    QColor back;
    double least;
};

QList<Pair> textPairs(const Tokens &t)
{
    return {
        {u"text on window"_s, t.text, t.window, textMin},
        {u"text on panel"_s, t.text, t.panel, textMin},
        {u"text on raised"_s, t.text, t.raised, textMin},
        {u"text on hover"_s, t.text, t.hover, textMin},
        {u"text on select"_s, t.text, t.select, textMin},
        {u"text on sunken"_s, t.text, t.sunken, textMin},
        {u"text on changed"_s, t.text, t.changed, textMin},
        {u"muted on window"_s, t.muted, t.window, textMin},
        {u"muted on panel"_s, t.muted, t.panel, textMin},
        {u"muted on sunken"_s, t.muted, t.sunken, textMin},
        {u"muted on select"_s, t.muted, t.select, textMin},
        {u"muted on raised"_s, t.muted, t.raised, textMin},
        {u"accent on panel"_s, t.accent, t.panel, textMin},
        {u"accent on window"_s, t.accent, t.window, textMin},
        {u"accent on accentTint"_s, t.accent, t.accentTint, textMin},
        {u"onAccent on accentFill"_s, t.onAccent, t.accentFill, textMin},
        {u"onAccent on accentHover"_s, t.onAccent, t.accentHover, textMin},
        {u"neutralText on neutral"_s, t.neutralText, t.neutral, textMin},
        {u"armedText on armedFill"_s, t.armedText, t.armedFill, textMin},
        {u"armedText on panel"_s, t.armedText, t.panel, textMin},
        {u"changedText on changed"_s, t.changedText, t.changed, textMin},
        {u"changedText on panel"_s, t.changedText, t.panel, textMin},
        {u"text on accentTint"_s, t.text, t.accentTint, textMin},
        {u"text on neutral"_s, t.text, t.neutral, textMin},
        {u"muted on accentTint"_s, t.muted, t.accentTint, textMin},
        {u"muted on hover"_s, t.muted, t.hover, textMin},
        {u"accent on hover"_s, t.accent, t.hover, textMin},
        {u"accent on select"_s, t.accent, t.select, textMin},
        {u"neutralText on panel"_s, t.neutralText, t.panel, textMin},
        {u"neutralText on select"_s, t.neutralText, t.select, textMin},
        {u"armedText on window"_s, t.armedText, t.window, textMin},
    };
}

QList<Pair> linePairs(const Tokens &t)
{
    return {
        {u"edge on panel"_s, t.edge, t.panel, lineMin},
        {u"disabled on panel"_s, t.disabled, t.panel, lineMin},
        {u"accent ring on window"_s, t.accent, t.window, lineMin},
        {u"accentFill on panel"_s, t.accentFill, t.panel, lineMin},
        {u"armed on panel"_s, t.armed, t.panel, lineMin},
        {u"edge on window"_s, t.edge, t.window, lineMin},
        {u"edge on raised"_s, t.edge, t.raised, lineMin},
        {u"accent ring on panel"_s, t.accent, t.panel, lineMin},
        {u"accent ring on accentTint"_s, t.accent, t.accentTint, lineMin},
        {u"accent ring on select"_s, t.accent, t.select, lineMin},
        {u"changed bar on changed"_s, t.accent, t.changed, lineMin},
        {u"armed on armedFill"_s, t.armed, t.armedFill, lineMin},
        {u"bank A on select"_s, t.bankA, t.select, lineMin},
        {u"bank B on select"_s, t.bankB, t.select, lineMin},
        {u"bank A on panel"_s, t.bankA, t.panel, lineMin},
        {u"bank B on panel"_s, t.bankB, t.panel, lineMin},
    };
}

QList<Pair> groupPairs(const Tokens &t)
{
    QList<Pair> pairs;
    for (const auto *state : {&t.prepared, &t.submitted, &t.retrying, &t.succeed, &t.failed, &t.stalled}) {
        pairs << Pair{u"state text "_s + state->text.name(), state->text, state->fill, textMin};
        pairs << Pair{u"state text on panel "_s + state->text.name(), state->text, t.panel, textMin};
        pairs << Pair{u"state text on window "_s + state->text.name(), state->text, t.window, textMin};
        pairs << Pair{u"state text on select "_s + state->text.name(), state->text, t.select, textMin};
        pairs << Pair{u"state chart "_s + state->chart.name(), state->chart, t.panel, lineMin};
    }
    for (const auto *level : {&t.local, &t.test, &t.prod}) {
        pairs << Pair{u"level text "_s + level->text.name(), level->text, level->fill, textMin};
        pairs << Pair{u"level mark "_s + level->mark.name(), level->mark, t.panel, lineMin};
        pairs << Pair{u"level line "_s + level->mark.name(), level->mark, level->band, lineMin};
        pairs << Pair{u"accent ring on band "_s + level->band.name(), t.accent, level->band, lineMin};
        pairs << Pair{u"text on band "_s + level->band.name(), t.text, level->band, textMin};
        pairs << Pair{u"muted on band "_s + level->band.name(), t.muted, level->band, textMin};
    }
    return pairs;
}

} // namespace

class TestTokens final : public QObject
{
    Q_OBJECT
private slots:
    void contrastIsThatOfWcag()
    {
        QVERIFY(qAbs(contrastRatio(Qt::black, Qt::white) - 21) < 0.001);
        QVERIFY(qAbs(contrastRatio(Qt::white, Qt::white) - 1) < 0.001);
        QVERIFY(qAbs(contrastRatio(QColor(0x777777), Qt::white) - 4.48) < 0.01);
    }

    void everyPairHasItsContrast_data()
    {
        QTest::addColumn<QColor>("front");
        QTest::addColumn<QColor>("back");
        QTest::addColumn<double>("least");
        for (const auto &[scheme, tokens] :
             {std::pair{u"light: "_s, theme::lightTokens()}, {u"dark: "_s, theme::darkTokens()}}) {
            for (const Pair &pair : textPairs(tokens) + linePairs(tokens) + groupPairs(tokens))
                QTest::newRow(qPrintable(scheme + pair.name)) << pair.front << pair.back << pair.least;
        }
    }

    void everyPairHasItsContrast()
    {
        QFETCH(QColor, front);
        QFETCH(QColor, back);
        QFETCH(double, least);
        // The table of tokens rounds to one decimal; so does the rule.
        const double ratio = std::round(contrastRatio(front, back) * 10) / 10;
        QVERIFY2(ratio >= least, qPrintable(u"contrast %1"_s.arg(ratio)));
    }

    void everyTokenHasANameAndAColour()
    {
        const QList<theme::NamedColor> light = theme::namedColors(theme::lightTokens());
        const QList<theme::NamedColor> dark = theme::namedColors(theme::darkTokens());
        QCOMPARE(light.size(), qsizetype(sizeof(Tokens) / sizeof(QColor)));
        QSet<QString> names;
        for (qsizetype i = 0; i < light.size(); ++i) {
            QVERIFY(light[i].color.isValid() && dark[i].color.isValid());
            QCOMPARE(light[i].name, dark[i].name);
            names << light[i].name;
        }
        QCOMPARE(names.size(), light.size());
    }

    void onlyRetryingHasADashedEdge()
    {
        using enum theme::State;
        for (const auto state : {Prepared, Submitted, Retrying, Succeed, Failed, Stalled})
            QCOMPARE(theme::stateStyle(state, theme::lightTokens()).dashed, state == Retrying);
    }

    void statesDifferByIcon()
    {
        using enum theme::State;
        QSet<QString> icons;
        for (const auto state : {Prepared, Submitted, Retrying, Succeed, Failed, Stalled})
            icons << theme::stateStyle(state, theme::darkTokens()).icon;
        QCOMPARE(icons.size(), 6);
    }

    void onlyARefusalIsVermillion()
    {
        using enum theme::Verdict;
        const Tokens &tokens = theme::lightTokens();
        for (const auto verdict : {Success, Failure, Ongoing, Unknown, TimedOut}) {
            const bool vermillion = theme::verdictStyle(verdict, tokens).fill == tokens.failed.fill;
            QCOMPARE(vermillion, verdict == Failure);
        }
    }
};

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"
