// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/filterhints.h"
#include "ui/messages/filterparser.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QLayout;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class IconButton;
class SearchBox;
class Switch;
} // namespace widgets

namespace ui {

class FilterPopup;

/// Where the list is narrowed: a text of typed terms with completion, and the Live switch. Below the text stands what
/// is wrong in it, with a button that puts it right where that can be guessed.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    /// What the bar asks of the page: the time, and the words of the messages that are listed.
    struct Surroundings
    {
        std::function<core::TimePoint()> now;
        std::function<KnownWords()> known;
    };

    FilterBar(const theme::Theme &theme, Surroundings surroundings, QWidget *parent = nullptr);

    QString text() const;
    /// Takes effect at once.
    void setText(const QString &text);
    void focusText();
    /// The filter as it reads now: ages count from this moment. Terms that are not understood are left out.
    core::store::Filter filter() const;
    bool isLive() const;
    void setLive(bool live);
    /// "12 new" beside the switch, with "Show"; zero hides both.
    void setHeld(int count, bool orMore);
    /// Puts a button at the right end.
    void addTool(QWidget *tool);
    void retranslate();

signals:
    /// The text is another one and complete; while it has problems nothing is emitted.
    void filterChanged();
    void liveChanged(bool live);
    void showHeldRequested();
    void leaveRequested(); ///< Enter or Down in the text: to the list

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *createRow();
    QLayout *createProblemRow();
    void nameParts();
    void connectParts();
    void lookAtText();
    void emitIfOk();
    void showProblems(const ParsedFilter &parsed);
    void applyFix();
    void showHelp();

    const theme::Theme &m_theme;
    Surroundings m_surroundings;
    widgets::SearchBox *m_text;
    FilterPopup *m_popup;
    widgets::IconButton *m_help;
    widgets::Switch *m_live;
    widgets::Button *m_held;
    QHBoxLayout *m_row = nullptr;
    QLabel *m_problem;
    widgets::Button *m_fix;
    QTimer m_settle; ///< a filter takes effect when the typing pauses
};

} // namespace ui
