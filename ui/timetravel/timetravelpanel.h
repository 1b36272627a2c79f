// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/moments/moments.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QHBoxLayout;
class QLabel;
class QTableView;

namespace diagram {
class SequencePanel;
}

namespace theme {
class Theme;
}

namespace widgets {
class Card;
class IconButton;
class Splitter;
class StateChip;
} // namespace widgets

namespace ui {

class BalancesThen;
class MomentSlider;
class RowsThen;

/// Goes through a run event by event: what happened, how the messages stood, the balances, the barrier rows, and the
/// diagram up to there with the rest pale. Left and Right step, Home and End go to the ends, Space plays.
class TimeTravelPanel final : public QWidget
{
    Q_OBJECT
public:
    /// Makes the moments, in the language of the moment.
    using Maker = std::function<Moments()>;

    explicit TimeTravelPanel(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Shows another run, from its last moment or from its first.
    void setMoments(Maker make, bool atEnd = false);
    const Moments &moments() const { return m_moments; }
    int current() const;
    void goTo(int index);
    bool isPlaying() const { return m_play.isActive(); }
    void setPlaying(bool on);

signals:
    void currentChanged(int index);

protected:
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *createHead();
    QWidget *createTables();
    QWidget *createTransport();
    widgets::IconButton *addStep(QHBoxLayout &row, const char *name, const QString &icon, std::function<void()> act);
    bool takeKey(const QKeyEvent &event);
    void showCurrent();
    void showFaces(const StateThen &state);
    void playOn();
    void setWidths();
    void retranslate();

    const theme::Theme &m_theme;
    Maker m_make;
    Moments m_moments;
    QTimer m_play;

    QLabel *m_event;
    QLabel *m_caption;
    QHBoxLayout *m_faces;
    QLabel *m_note;
    QLabel *m_noRows;
    widgets::Card *m_balancesCard;
    widgets::Card *m_rowsCard;
    BalancesThen *m_balances;
    RowsThen *m_rows;
    QTableView *m_balancesTable;
    QTableView *m_rowsTable;
    diagram::SequencePanel *m_sequence;
    widgets::Splitter *m_middle;
    MomentSlider *m_slider;
    QLabel *m_place;
    widgets::IconButton *m_toStart = nullptr;
    widgets::IconButton *m_back = nullptr;
    widgets::IconButton *m_playButton = nullptr;
    widgets::IconButton *m_forward = nullptr;
    widgets::IconButton *m_toEnd = nullptr;
};

} // namespace ui
