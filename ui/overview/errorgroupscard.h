// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/engine/callfailures.h"
#include "core/store/messagereader.h"
#include "ui/session/flowseries.h"

#include <QWidget>

class QStackedWidget;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
class EmptyState;
} // namespace widgets

namespace ui {

class ErrorGroupsModel;

/// What goes wrong: calls that failed alike, each row a way to the messages that it is about.
class ErrorGroupsCard final : public QWidget
{
    Q_OBJECT
public:
    ErrorGroupsCard(const theme::Theme &theme, const core::Clock &clock, QWidget *parent = nullptr);

    /// As ErrorGroupsModel::show().
    void show(const QList<core::engine::CallFailure> &groups, FlowRange range,
              const QList<core::store::Summary> &retrying = {}, bool hasMore = false);
    void retranslate();

    /// The filter of the messages that a group is about: those that name its URL.
    static QString filterFor(const core::engine::CallFailure &group);

signals:
    void openMessages(const QString &filter);
    /// There are groups, but none within the range: a longer one is wanted.
    void longerRangeWanted();

private:
    void createTable();
    void open(const QModelIndex &index);
    void openCurrent();
    void setWidths();
    void showFace();

    const theme::Theme &m_theme;
    const core::Clock &m_clock;
    ErrorGroupsModel *m_model;
    QTableView *m_table;
    widgets::EmptyState *m_empty;
    QStackedWidget *m_faces;
    widgets::Button *m_open;
    widgets::Card *m_card;
    FlowRange m_range = FlowRange::FiveMinutes;
    qsizetype m_all = 0; ///< groups of the last day
};

} // namespace ui
