// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/filterparser.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLayout;

namespace theme {
class Theme;
}

namespace widgets {
class IconButton;
class SearchBox;
class Switch;
} // namespace widgets

namespace ui {

/// Where the list is narrowed: a picker for the state, a text of typed terms, and the Live switch. The text alone holds
/// the filter; the picker writes the status: term into it and shows the one that stands there.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    FilterBar(const theme::Theme &theme, std::function<core::TimePoint()> now, QWidget *parent = nullptr);

    QString text() const;
    /// Takes effect at once.
    void setText(const QString &text);
    void focusText();
    /// The filter as it reads now: ages count from this moment. Terms that are not understood are left out.
    core::store::Filter filter() const;
    bool isLive() const;
    void setLive(bool live);
    /// "12 new" beside the switch; zero hides it.
    void setHeld(int count, bool orMore);
    void retranslate();

signals:
    /// The text is another one and complete; while it has problems nothing is emitted.
    void filterChanged();
    void liveChanged(bool live);
    void refreshRequested();
    void leaveRequested(); ///< Enter or Down in the text: to the list

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *createRow();
    void nameParts();
    void connectParts();
    void lookAtText();
    void emitIfOk();
    void showProblems(const ParsedFilter &parsed);
    void showStatus(const ParsedFilter &parsed);
    void pickStatus(int index);
    void fillPicker();

    const theme::Theme &m_theme;
    std::function<core::TimePoint()> m_now;
    QComboBox *m_state;
    widgets::SearchBox *m_text;
    widgets::Switch *m_live;
    widgets::IconButton *m_refresh;
    QLabel *m_held;
    QLabel *m_problem;
    QTimer m_settle; ///< a filter takes effect when the typing pauses
};

} // namespace ui
