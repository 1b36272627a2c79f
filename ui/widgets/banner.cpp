// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/theme/theme.h"
#include "ui/widgets/visibletext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr int barWidth = 4;
constexpr int iconSize = 16;

struct BannerStyle
{
    QString icon;
    QColor fill;
    QColor edge;
    QColor text;
};

BannerStyle bannerStyle(Banner::Tone tone, const theme::Tokens &tokens)
{
    switch (tone) {
    case Banner::Tone::Info:
        return {u"info"_s, tokens.sunken, tokens.border, tokens.text};
    case Banner::Tone::Good:
        return {u"check"_s, tokens.succeed.fill, tokens.succeed.edge, tokens.succeed.text};
    case Banner::Tone::Bad:
        return {u"warning"_s, tokens.failed.fill, tokens.failed.edge, tokens.failed.text};
    case Banner::Tone::Armed:
        return {u"bolt"_s, tokens.armedFill, tokens.armed, tokens.armedText};
    }
    Q_UNREACHABLE();
}

void setTextColor(QLabel &label, const QColor &color)
{
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, color);
    label.setPalette(palette);
}

} // namespace

Banner::Banner(const theme::Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_row(new QHBoxLayout(this))
{
    m_title->setProperty("emphasis", true);
    m_title->setTextFormat(Qt::PlainText);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_row->setContentsMargins(16, 6, 8, 6);
    m_row->setSpacing(10);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_title);
    m_row->addWidget(m_text, 1);
    setMinimumHeight(40);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(&theme, &theme::Theme::changed, this, &Banner::refresh);
    setContent(Tone::Info, {});
}

void Banner::setContent(Tone tone, const QString &title, const QString &text)
{
    m_tone = tone;
    m_title->setText(title);
    m_title->setHidden(title.isEmpty());
    m_text->setText(visibleText(text));
    setAccessibleName(title);
    setAccessibleDescription(text);
    refresh();
}

void Banner::addAction(QWidget *button)
{
    m_row->addWidget(button);
}

void Banner::refresh()
{
    const BannerStyle style = bannerStyle(m_tone, m_theme.tokens());
    m_icon->setPixmap(theme::iconPixmap(style.icon, style.text, iconSize, devicePixelRatioF()));
    setTextColor(*m_title, style.text);
    setTextColor(*m_text, m_theme.tokens().text);
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    const BannerStyle style = bannerStyle(m_tone, m_theme.tokens());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath box;
    box.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillPath(box, style.fill);
    if (m_tone != Tone::Info) {
        painter.setClipPath(box);
        painter.fillRect(0, 0, barWidth, height(), style.edge);
        painter.setClipping(false);
    }
    painter.strokePath(box, QPen(style.edge, 1));
}

} // namespace widgets
