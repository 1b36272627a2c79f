// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/connectionchip.h"

#include "ui/connections/connectiondelegate.h"
#include "ui/session/connections.h"
#include "ui/session/connectionwords.h"
#include "ui/theme/digits.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int chipHeight = 40;
constexpr int markWidth = 5;
constexpr int gap = 12;
constexpr int serverSize = 18;
constexpr int smallIconSize = 14;
constexpr int levelHeightMin = 20;

QFont semibold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ConnectionChip::ConnectionChip(const theme::Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    connect(&m_theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    retranslate();
}

void ConnectionChip::setConnection(const Connection &connection)
{
    m_connection = connection;
    retranslate();
}

void ConnectionChip::retranslate()
{
    setText(Connections::labelOf(m_connection));
    m_kind = m_connection.isMySql() ? tr("Embedded · MySQL") : tr("Embedded · SQLite");
    m_level = careWord(m_connection.care);
    m_lockWord = safetyWord(m_connection.safety);
    setToolTip(safetySentence(m_connection.safety));
    setAccessibleName(tr("Connection: %1, %2, %3, %4").arg(text(), m_kind, m_level, m_lockWord));
    updateGeometry();
    update();
}

int ConnectionChip::textWidth() const
{
    const int name = QFontMetrics(semibold(m_theme.font())).horizontalAdvance(text());
    return std::max(name, QFontMetrics(m_theme.font(theme::TextSize::Small)).horizontalAdvance(m_kind)) + 2;
}

int ConnectionChip::namesHeight() const
{
    return QFontMetrics(semibold(m_theme.font())).height()
        + QFontMetrics(m_theme.font(theme::TextSize::Small)).height();
}

int ConnectionChip::levelHeight() const
{
    return std::max(levelHeightMin, QFontMetrics(semibold(m_theme.font(theme::TextSize::Hint))).height() + 4);
}

int ConnectionChip::levelWidth() const
{
    return QFontMetrics(semibold(m_theme.font(theme::TextSize::Hint))).horizontalAdvance(m_level) + 16;
}

QSize ConnectionChip::sizeHint() const
{
    const int lock =
        smallIconSize + 6 + QFontMetrics(m_theme.font(theme::TextSize::Small)).horizontalAdvance(m_lockWord) + 2;
    return {markWidth + gap + serverSize + gap + textWidth() + gap + levelWidth() + gap + lock + gap + smallIconSize
                + gap,
            std::max({chipHeight, namesHeight() + 6, levelHeight() + 8})};
}

void ConnectionChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);
    int x = markWidth + gap;
    theme::paintIcon(painter, QRectF(x, (height() - serverSize) / 2, serverSize, serverSize), u"server"_s,
                     m_theme.tokens().muted);
    x += serverSize + gap;
    paintNames(painter, {x, 3, textWidth(), height() - 6});
    x += textWidth() + gap;
    paintLevel(painter, {x, (height() - levelHeight()) / 2, levelWidth(), levelHeight()});
    x += levelWidth() + gap;
    paintLock(painter, {x, 0, width() - x - gap, height()});
}

void ConnectionChip::paintFrame(QPainter &painter) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(tokens.border);
    painter.setBrush(underMouse() || isDown() ? tokens.hover : tokens.panel);
    painter.drawRoundedRect(frame, 6, 6);
    painter.save();
    painter.setClipRect(QRectF(0, 0, markWidth, height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.of(levelOf(m_connection.care)).mark);
    painter.drawRoundedRect(QRectF(rect()), 6, 6);
    painter.restore();
}

void ConnectionChip::paintNames(QPainter &painter, const QRect &rect) const
{
    const QRect upper(rect.left(), rect.top(), rect.width(), rect.height() / 2 + 1);
    const QRect lower(rect.left(), rect.top() + rect.height() / 2, rect.width(), rect.height() / 2);
    painter.setFont(semibold(m_theme.font()));
    painter.setPen(m_theme.tokens().text);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(m_theme.font(theme::TextSize::Small));
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, m_kind);
}

void ConnectionChip::paintLevel(QPainter &painter, const QRect &rect) const
{
    const theme::LevelColors &level = m_theme.tokens().of(levelOf(m_connection.care));
    painter.setPen(level.mark);
    painter.setBrush(level.fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(semibold(m_theme.font(theme::TextSize::Hint)));
    painter.setPen(level.text);
    painter.drawText(rect, Qt::AlignCenter, m_level);
}

void ConnectionChip::paintLock(QPainter &painter, const QRect &rect) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const double top = rect.center().y() - smallIconSize / 2 + 1;
    theme::paintIcon(painter, QRectF(rect.left(), top, smallIconSize, smallIconSize), safetyIcon(m_connection.safety),
                     tokens.text);
    theme::paintIcon(painter, QRectF(rect.right() - smallIconSize, top, smallIconSize, smallIconSize),
                     u"chevron-down"_s, tokens.muted);
    painter.setFont(m_theme.font(theme::TextSize::Small));
    painter.setPen(tokens.text);
    painter.drawText(rect.adjusted(smallIconSize + 6, 0, -smallIconSize, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     m_lockWord);
}

} // namespace ui
