// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/sequence.h"

#include <QWidget>

class QAction;
class QStackedWidget;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {
class ElidedLabel;
class NoticeLine;
} // namespace widgets

namespace diagram {

class SequenceView;
class StepsModel;

/// A sequence as a diagram or as the equal table, with one chosen step for both, and the actions on it: follow, as
/// table, save as SVG or PNG, copy as a picture.
class SequencePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SequencePanel(const theme::Theme &theme, QWidget *parent = nullptr);

    void setSequence(const Sequence &sequence);
    /// Chooses a step without telling of it; an unknown id chooses none.
    void setCurrent(const QByteArray &id);
    /// Chooses the first step of a subject, unless one of it is chosen.
    void setCurrentSubject(const QByteArray &subject);
    QByteArray current() const;
    QByteArray currentSubject() const;

    /// Puts a bar above the diagram or its table.
    void setTop(QWidget *bar);
    SequenceView &view() const { return *m_view; }
    QTableView &table() const { return *m_table; }

    QAction *follow() const { return m_follow; } ///< checkable
    QAction *asTable() const { return m_asTable; } ///< checkable
    QAction *saveSvg() const { return m_saveSvg; }
    QAction *savePng() const { return m_savePng; }
    QAction *copyImage() const { return m_copyImage; }
    /// What files are named, without ending: "message 01M2FS…".
    void setFileName(const QString &name) { m_fileName = name; }
    /// Writes the picture and says how it went.
    void save(const QString &path);
    void retranslate();

signals:
    /// The user has chosen another step.
    void currentChanged(const QByteArray &id);
    void activated(const QByteArray &id);

private:
    void createTable();
    void createActions();
    void setWidths();
    void chooseFromTable();
    void selectRow(const QByteArray &id);
    void showTable(bool on);
    void ask(const QString &ending);
    void copy();
    QByteArray idAt(int row) const;

    const theme::Theme &m_theme;
    QStackedWidget *m_faces;
    SequenceView *m_view;
    QTableView *m_table;
    StepsModel *m_model;
    widgets::ElidedLabel *m_key; ///< what the lines mean
    widgets::NoticeLine *m_notice;
    QAction *m_follow;
    QAction *m_asTable;
    QAction *m_saveSvg;
    QAction *m_savePng;
    QAction *m_copyImage;
    QString m_fileName;
    bool m_selecting = false; ///< the row is being set, not chosen by the user
};

} // namespace diagram
