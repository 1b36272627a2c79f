// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/faultlab/protocolpainter.h"

#include <QWidget>

class QScrollArea;
class QStackedWidget;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
class ElidedLabel;
class KeepInSight;
} // namespace widgets

namespace ui {

class PointsModel;
class ProtocolDiagram;

/// The points of the protocol, as a picture or as a table: one is chosen in either, and what is held comes into sight.
class PointsCard final : public QWidget
{
    Q_OBJECT
public:
    explicit PointsCard(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Puts a switch, a link, … at the right of the header.
    void addHeaderWidget(QWidget *widget);
    /// What is armed at the points, for the table.
    void setArmed(const QList<core::ArmedFault> &armed);
    /// How often something struck at a point, for the table.
    void setStrikes(const QByteArray &point, int strikes);
    /// What the picture tells. The point of a pass that has just been held is scrolled into view, until the user
    /// scrolls.
    void setState(const ProtocolState &state);
    void setCurrent(int number);

    /// What the picture needs to be seen whole.
    QSize leastPicture() const;
    /// Whether the picture is as high as it needs to be, so that the page is scrolled rather than the picture.
    void setPictureWhole(bool whole);
    void retranslate();

signals:
    void chosen(int number); ///< by mouse or keys
    void settingsWanted(); ///< of the chosen point

private:
    void createFaces();
    void choose(int number);
    void chooseFromTable();
    void showTable(bool on);
    void noteHeld(const QList<core::HeldPass> &held);
    void setWidths();

    const theme::Theme &m_theme;
    PointsModel *m_model;
    widgets::Card *m_card;
    widgets::ElidedLabel *m_hint;
    QScrollArea *m_picture;
    QStackedWidget *m_faces; ///< the picture, or the table
    ProtocolDiagram *m_diagram;
    widgets::KeepInSight *m_sight;
    QTableView *m_table;
    widgets::Button *m_asTable;
    quint64 m_newestHeld = 0; ///< of all passes that were held so far
};

} // namespace ui
