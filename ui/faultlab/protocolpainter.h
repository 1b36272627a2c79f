// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/faulthold.h"
#include "ui/faultlab/protocollayout.h"

#include <QCoreApplication>
#include <QSet>

class QPainter;

namespace theme {
class Theme;
}

namespace ui {

/// What the picture of the protocol tells beyond the protocol itself.
struct ProtocolState
{
    QList<core::ArmedFault> armed;
    QList<core::HeldPass> held;
    bool isFollowing = false; ///< a transfer is drawn: what it has not come by yet is paler
    QSet<QByteArray> passed; ///< points that it came by
    QSet<QByteArray> struck; ///< and where something struck it
    QList<diagram::Lane> down; ///< whose process is gone at the moment
    int current = 0; ///< number of the chosen point; 0: none
    int hovered = 0;
    bool hasFocus = false;
};

/// Draws the protocol in the colours of the theme.
class ProtocolPainter final
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProtocolPainter)
public:
    ProtocolPainter(const theme::Theme &theme, const ProtocolLayout &layout, const ProtocolState &state);

    void paint(QPainter &painter) const;
    /// The room that the words of the phases need.
    static double wordsWidth(const theme::Theme &theme);
    /// The word of an arrow.
    static QString label(const ProtocolArrow &arrow);
    /// Where that word stands, of the arrow at this place in protocolArrows().
    static QRectF labelRect(const theme::Theme &theme, const ProtocolLayout &layout, int index);

private:
    void paintBands(QPainter &painter) const;
    void paintLifelines(QPainter &painter) const;
    void paintArrow(QPainter &painter, int index) const;
    void paintPoints(QPainter &painter) const;
    QColor colorOf(const ProtocolArrow &arrow) const;

    const theme::Theme &m_theme;
    const ProtocolLayout &m_layout;
    const ProtocolState &m_state;
};

} // namespace ui
