// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/activity/activitymodel.h"

#include <QWidget>

class QMenu;
class QStackedWidget;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {
class Banner;
class Button;
class Card;
class ElidedLabel;
class EmptyState;
class NoticeLine;
class SearchBox;
class TabStrip;
} // namespace widgets

namespace ui {

class ActivityLog;
class Session;

/// The record of what operators did and what happened to the engine: narrowed by kind and text, exported as it is
/// shown.
class ActivityPage final : public QWidget
{
    Q_OBJECT
public:
    ActivityPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);

    /// Writes what is shown, oldest first, to a file of this name: CSV, or JSON where it ends so. The error names the
    /// file.
    core::Status exportTo(const QString &path) const;

public slots:
    void refresh();

signals:
    void openMessage(const QByteArray &gid);
    void statusTextChanged(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createHead();
    QWidget *createList();
    void connectParts();
    ActivityFilter filter() const;
    void narrow();
    void showCounts();
    void showFace();
    void showProblem();
    void openRow(const QModelIndex &index);
    void copyRow();
    void askForFile(const QString &suffix);
    void setWidths();
    void retranslate();

    ActivityLog &m_log;
    theme::Theme &m_theme;
    ActivityModel *m_model;
    widgets::TabStrip *m_kinds;
    widgets::SearchBox *m_search;
    widgets::Button *m_export;
    QMenu *m_exportMenu;
    QAction *m_asCsv;
    QAction *m_asJson;
    QAction *m_copy;
    widgets::Banner *m_problem;
    widgets::NoticeLine *m_notice;
    widgets::Card *m_card;
    QTableView *m_table;
    widgets::EmptyState *m_empty;
    QStackedWidget *m_faces;
    widgets::ElidedLabel *m_foot;
};

} // namespace ui
