// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/verdictbanner.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int badgeSide = 40;
constexpr int iconSide = 22;
constexpr int side = 20;
constexpr int barWidth = 3;
constexpr int leastHeight = 72;
constexpr int barHeight = 4;
constexpr int progressSteps = 1000;

} // namespace

VerdictBanner::VerdictBanner(const theme::Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_sentence(new QLabel)
    , m_detail(new widgets::ElidedLabel)
    , m_buttons(new QHBoxLayout)
    , m_progress(new QProgressBar(this))
{
    m_sentence->setObjectName(u"verdict"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    theme::setTextSize(*m_sentence, theme::TextSize::Truth);
    m_detail->setObjectName(u"verdictDetail"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(m_sentence);
    words->addWidget(m_detail);
    words->addStretch();
    m_buttons->setSpacing(8);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(side + badgeSide + 14, 10, 16, 10);
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addLayout(m_buttons);
    m_progress->setObjectName(u"checkProgress"_s);
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->hide();
    setMinimumHeight(leastHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void VerdictBanner::show(Holds holds, const QString &sentence, const QString &detail)
{
    m_holds = holds;
    m_sentence->setText(sentence);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(sentence);
    setAccessibleDescription(detail);
    update();
}

void VerdictBanner::showProgress(std::optional<double> part, const QString &what)
{
    m_progress->setVisible(part.has_value());
    m_progress->setValue(int(part.value_or(0) * progressSteps));
    m_progress->setAccessibleName(what);
}

void VerdictBanner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const int left = side + badgeSide + 14;
    m_progress->setGeometry(left, height() - 2 * barHeight, width() - left - 16, barHeight);
}

void VerdictBanner::addButton(QWidget *button)
{
    m_buttons->addWidget(button);
}

QSize VerdictBanner::sizeHint() const
{
    return {QFrame::sizeHint().width(), std::max(leastHeight, QFrame::sizeHint().height())};
}

theme::StateStyle VerdictBanner::lookOf() const
{
    switch (m_holds) {
    case Holds::True:
        return m_theme.style(theme::State::Succeed);
    case Holds::False:
        return m_theme.style(theme::State::Failed);
    case Holds::Unknown:
        break;
    }
    return theme::neutralStyle(u"question"_s, m_theme.tokens());
}

void VerdictBanner::paintEvent(QPaintEvent *)
{
    const theme::StateStyle look = lookOf();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(look.edge);
    painter.setBrush(look.fill);
    painter.drawRoundedRect(box, 8, 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.text);
    painter.drawRoundedRect(QRectF(0, 0, barWidth * 2, height()), barWidth, barWidth);
    painter.setBrush(look.fill);
    painter.drawRect(QRectF(barWidth, 1, barWidth + 1, height() - 2));

    const QRectF badge(side, (height() - badgeSide) / 2.0, badgeSide, badgeSide);
    painter.setPen(QPen(look.edge, 1));
    painter.drawEllipse(badge.adjusted(0.5, 0.5, -0.5, -0.5));
    const QPointF middle = badge.center();
    const QString icon = m_holds == Holds::True ? u"check"_s : m_holds == Holds::False ? u"cross"_s : u"question"_s;
    theme::paintIcon(painter, QRectF(middle.x() - iconSide / 2.0, middle.y() - iconSide / 2.0, iconSide, iconSide),
                     icon, look.text);
}

} // namespace ui
