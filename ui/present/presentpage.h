// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/messagereader.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QMenu;
class QStackedWidget;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class EmptyState;
} // namespace widgets

namespace ui {

class ScenarioPlayer;
class Session;
class StoryTeller;
class StoryView;
struct StorySlide;
struct Connection;

/// One transfer after another in large type, for people who look on: where the money is, what that means, and that the
/// sum stays the same. Follows the latest transfer until an older one is chosen, or tells a scenario while it is
/// played.
class PresentPage final : public QWidget
{
    Q_OBJECT
public:
    PresentPage(Session &session, const theme::Theme &theme, QWidget *parent = nullptr);

    /// Whose scenarios can be chosen here; asked for the player when somebody wants to choose, not before.
    void setStories(std::function<ScenarioPlayer &()> player);
    /// Plays and tells the scenario at this position of the player; in place of one that is told already.
    void tell(int index);

public slots:
    void refresh();

signals:
    void statusTextChanged(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addButtons();
    QWidget *createEmpty();
    bool isTelling() const;
    void fillStories();
    void takeEmptyAction();
    void showTold();
    void showButtons();
    void stepBack();
    void stepOn();
    void playOrSend();
    void watch(bool on);
    void take(const core::Result<core::store::Page> &page);
    void step(int rows);
    void send();
    bool confirm(const Connection &connection);
    QString whyNotSend() const;
    void showStory();
    void showTransfer();
    void addSum(StorySlide &slide) const;
    QString balanceOf(int bank, int user) const;
    void retranslate();

    Session &m_session;
    const theme::Theme &m_theme;
    QList<core::store::Summary> m_rows; ///< newest first
    QByteArray m_chosen; ///< an older one; empty: the latest is followed
    bool m_watching = false;
    bool m_isReading = false;
    bool m_isRead = false; ///< the rows are those of the latest reading
    QTimer m_tick;

    StoryView *m_view;
    widgets::Button *m_choose; ///< a story
    widgets::Button *m_chooseFirst; ///< the same, while there is no transfer
    widgets::Button *m_back;
    widgets::Button *m_send;
    widgets::Button *m_next;
    QString m_problem; ///< why the last transfer was not sent
    widgets::EmptyState *m_empty;
    QStackedWidget *m_faces;
    QMenu *m_stories;
    std::function<ScenarioPlayer &()> m_player;
    StoryTeller *m_teller = nullptr; ///< made with the first story
};

} // namespace ui
