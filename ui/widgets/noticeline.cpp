// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticeline.h"

#include "ui/widgets/button.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

NoticeLine::NoticeLine(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_banner(new Banner(theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);

    auto *close = new IconButton(theme, u"close"_s, tr("Close"), m_banner);
    close->setFlat(true);
    m_banner->addAction(close);
    connect(close, &QAbstractButton::clicked, this, &QWidget::hide);

    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void NoticeLine::notify(Banner::Tone tone, const QString &sentence, int milliseconds)
{
    m_banner->setContent(tone, {}, sentence);
    setAccessibleName(sentence);
    m_timer.start(milliseconds);
    show();
}

void NoticeLine::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QWidget::enterEvent(event);
}

void NoticeLine::leaveEvent(QEvent *event)
{
    m_timer.start(m_timer.interval());
    QWidget::leaveEvent(event);
}

} // namespace widgets
