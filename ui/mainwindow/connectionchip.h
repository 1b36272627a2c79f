// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"

#include <QAbstractButton>

namespace theme {
class Theme;
}

namespace ui {

/// What the console is connected to: name and kind, level of care, and whether it may change anything. A click opens
/// the menu of the engine.
class ConnectionChip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ConnectionChip(const theme::Theme &theme, QWidget *parent = nullptr);

    void setConnection(const Connection &connection);
    void retranslate();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int textWidth() const;
    int namesHeight() const;
    int levelWidth() const;
    int levelHeight() const;
    void paintFrame(QPainter &painter) const;
    void paintNames(QPainter &painter, const QRect &rect) const;
    void paintLevel(QPainter &painter, const QRect &rect) const;
    void paintLock(QPainter &painter, const QRect &rect) const;

    const theme::Theme &m_theme;
    QString m_kind;
    QString m_level;
    QString m_lockWord;
    Connection m_connection;
};

} // namespace ui
