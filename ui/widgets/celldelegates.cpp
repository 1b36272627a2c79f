// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celldelegates.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/visibletext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;

template<typename T> std::optional<T> roleValue(const QModelIndex &index, int role)
{
    const QVariant value = index.data(role);
    return value.canConvert<T>() ? std::optional<T>(value.value<T>()) : std::nullopt;
}

QSize sizeFor(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    return {qCeil(theme::digitsWidth(metrics, text)) + 2 * CellDelegate::padding, qCeil(metrics.height()) + 12};
}

QString moneyText(const QModelIndex &index, const QLocale &locale)
{
    const auto money = roleValue<core::Money>(index, MoneyRole);
    return money ? formatMoney(*money, locale) : visibleText(index.data().toString());
}

QString fullGid(const QModelIndex &index)
{
    const QVariant gid = index.data(GidRole);
    return visibleText(gid.isValid() ? gid.toString() : index.data().toString());
}

/// Whether a tip is asked for at a cell that has none of its own.
bool wantsTip(const QHelpEvent &event, const QModelIndex &index, const QString &tip)
{
    return event.type() == QEvent::ToolTip && !tip.isEmpty() && !index.data(Qt::ToolTipRole).isValid();
}

QString absoluteTime(const QModelIndex &index)
{
    const auto due = roleValue<core::TimePoint>(index, DueRole);
    const auto time = due ? due : roleValue<core::TimePoint>(index, TimeRole);
    return time ? formatAbsolute(*time) : QString();
}

} // namespace

std::optional<Chip> StateChipDelegate::chipOf(const QModelIndex &index) const
{
    const QString text = index.data().toString();
    if (const auto state = roleValue<theme::State>(index, StateRole))
        return Chip{theme().style(*state), text.isEmpty() ? stateWord(*state) : text};
    if (const auto verdict = roleValue<theme::Verdict>(index, VerdictRole))
        return Chip{theme().style(*verdict), text.isEmpty() ? verdictWord(*verdict) : text};
    return std::nullopt;
}

void StateChipDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const std::optional<Chip> chip = chipOf(index);
    if (!chip)
        return CellDelegate::paintContent(painter, option, index);
    const QRect room = contentRect(option);
    const QSize size = chipSize(*chip, option.font);
    const QRect box(room.left(), room.top() + (room.height() - size.height()) / 2 + 1, qMin(size.width(), room.width()),
                    size.height());
    paintChip(painter, box, *chip, option.font);
}

QSize StateChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const std::optional<Chip> chip = chipOf(index);
    if (!chip)
        return CellDelegate::sizeHint(option, index);
    return chipSize(*chip, option.font) + QSize(2 * padding, 6);
}

MoneyDelegate::MoneyDelegate(const theme::Theme &theme, const core::Clock &clock, QObject *parent)
    : CellDelegate(theme, parent)
    , m_clock(clock)
{ }

bool MoneyDelegate::isChanged(core::TimePoint changedAt, core::TimePoint now)
{
    return changedAt <= now && now - changedAt < changedFor;
}

void MoneyDelegate::paintChange(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const theme::Tokens &tokens = theme().tokens();
    const QRect cell = option.rect.adjusted(0, 0, 0, -1);
    painter.fillRect(cell, tokens.changed);
    painter.fillRect(QRect(cell.topLeft(), QSize(2, cell.height())), tokens.accent);
    const auto delta = roleValue<core::Money>(index, DeltaRole);
    if (!delta)
        return;
    painter.save();
    painter.setPen(tokens.changedText);
    theme::drawDigits(painter, cell.adjusted(8, 0, 0, 0), Qt::AlignLeft, formatDelta(*delta, option.locale));
    painter.restore();
}

void MoneyDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto changedAt = roleValue<core::TimePoint>(index, ChangedAtRole);
    const bool changed = changedAt && isChanged(*changedAt, m_clock.now());
    if (changed)
        paintChange(painter, option, index);
    QFont font = option.font;
    if (changed)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    theme::drawDigits(painter, contentRect(option), right, moneyText(index, option.locale));
}

QSize MoneyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return sizeFor(moneyText(index, option.locale), option.font);
}

void GidDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (theme().isPresenting())
        return;
    painter.setFont(theme().mono());
    theme::drawDigits(painter, contentRect(option), option.displayAlignment, shortGid(fullGid(index)));
}

QSize GidDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return sizeFor(shortGid(fullGid(index)), theme().mono());
}

bool GidDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (theme().isPresenting())
        return false;
    const QString tip = fullGid(index);
    if (!wantsTip(*event, index, tip))
        return CellDelegate::helpEvent(event, view, option, index);
    showTip(*event, *view, tip);
    return true;
}

RelativeTimeDelegate::RelativeTimeDelegate(const theme::Theme &theme, const core::Clock &clock, QObject *parent)
    : CellDelegate(theme, parent)
    , m_clock(clock)
{ }

void RelativeTimeDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    const core::TimePoint now = m_clock.now();
    const theme::Tokens &tokens = theme().tokens();
    if (const auto due = roleValue<core::TimePoint>(index, DueRole)) {
        QFont font = option.font;
        if (isDueNow(*due - now)) {
            font.setWeight(QFont::DemiBold);
            painter.setPen(tokens.retrying.text);
        }
        painter.setFont(font);
        theme::drawDigits(painter, contentRect(option), right, formatCountdown(*due - now, option.locale));
        return;
    }
    painter.setPen(tokens.muted);
    const auto time = roleValue<core::TimePoint>(index, TimeRole);
    const QString other = index.data(Qt::DisplayRole).isValid() ? option.text : u"–"_s;
    theme::drawDigits(painter, contentRect(option), right, time ? formatAge(now - *time, option.locale) : other);
}

QSize RelativeTimeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    // The longest that both formats give, so that the column does not follow the clock.
    return sizeFor(formatCountdown(core::Millis(59'900), option.locale), option.font);
}

bool RelativeTimeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                     const QModelIndex &index)
{
    const QString tip = absoluteTime(index);
    if (!wantsTip(*event, index, tip))
        return CellDelegate::helpEvent(event, view, option, index);
    showTip(*event, *view, tip);
    return true;
}

void BankDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int barHeight = 14;
    QRect room = contentRect(option);
    if (const auto bank = roleValue<theme::Bank>(index, BankRole)) {
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath bar;
        bar.addRoundedRect(QRectF(room.left(), room.center().y() - barHeight / 2.0 + 1, 4, barHeight), 2, 2);
        painter.fillPath(bar, theme().tokens().of(*bank));
        room.setLeft(room.left() + 12);
    }
    theme::drawDigits(painter, room, option.displayAlignment, option.text);
}

} // namespace widgets
