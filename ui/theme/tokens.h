// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace theme {

/// The states of a message as the screen tells them apart: retrying and stalled are faces of a submitted message.
enum class State { Prepared, Submitted, Retrying, Succeed, Failed, Stalled };

/// How much care a connection asks for.
enum class Level { Local, Test, Prod };

/// The two banks of a closed pair. Their colour never stands without the name.
enum class Bank { A, B };

/// The colours of one state: fill, edge and text of its chip; chart for lines and areas on a panel.
struct StateColors
{
    QColor fill;
    QColor edge;
    QColor text;
    QColor chart;
};

/// The colours of one connection level: mark for bars and lines, fill and text of its chip, band behind the top bar.
struct LevelColors
{
    QColor mark;
    QColor fill;
    QColor text;
    QColor band;
};

/// Every colour of the console, by what it is for. No colour literal stands anywhere else.
struct Tokens
{
    QColor window; ///< behind everything
    QColor panel; ///< cards, tables, inputs
    QColor raised; ///< buttons, popups, tooltips
    QColor sunken; ///< table headers, code, bands of diagrams
    QColor hover;
    QColor border; ///< lines of cards and cells, decoration only
    QColor edge; ///< borders of inputs, axes: at least 3:1 on panel
    QColor text;
    QColor muted; ///< labels, units, ages
    QColor disabled;
    QColor accent; ///< what can be done or is chosen; never a state
    QColor accentFill;
    QColor accentHover;
    QColor accentTint;
    QColor onAccent; ///< text and knobs on accentFill
    QColor select;
    QColor neutral;
    QColor neutralEdge;
    QColor neutralText;
    QColor armed; ///< an armed fault
    QColor armedFill;
    QColor armedText;
    QColor changed; ///< a cell that changed in the last five seconds
    QColor changedText;
    QColor grid; ///< lines between rows, chart gridlines
    QColor bankA;
    QColor bankB;
    StateColors prepared;
    StateColors submitted;
    StateColors retrying;
    StateColors succeed;
    StateColors failed;
    StateColors stalled;
    LevelColors local;
    LevelColors test;
    LevelColors prod;

    const StateColors &of(State state) const;
    const LevelColors &of(Level level) const;
    QColor of(Bank bank) const;
};

const Tokens &lightTokens();
const Tokens &darkTokens();

struct NamedColor
{
    QString name;
    QColor color;
};

/// All tokens by name, as the style sheet writes them: "panel", and "failedFill", "prodBand" for those in groups.
QList<NamedColor> namedColors(const Tokens &tokens);

/// Contrast of two opaque colours after WCAG 2: 1 (none) to 21 (black on white).
double contrastRatio(const QColor &a, const QColor &b);

} // namespace theme
