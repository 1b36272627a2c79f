// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/chip.h"

#include <optional>

namespace widgets {

/// A chip from StateRole or VerdictRole; the display text, where there is one, stands in for the state's word.
class StateChipDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    std::optional<Chip> chipOf(const QModelIndex &index) const;
};

/// An amount from MoneyRole, right-aligned. For five seconds after ChangedAtRole the cell is tinted, with a bar at its
/// left and DeltaRole beside the bar. Cells without MoneyRole show their display text.
class MoneyDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    static constexpr core::Millis changedFor{5000};

    MoneyDelegate(const theme::Theme &theme, const core::Clock &clock, QObject *parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// True while a cell that changed at this time is tinted.
    static bool isChanged(core::TimePoint changedAt, core::TimePoint now);

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintChange(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const core::Clock &m_clock;
};

/// The end of a gid from GidRole (else the display text) in mono; the tooltip has it whole. Nothing of it while the
/// theme presents: ids say nothing to who looks on.
class GidDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A time from DueRole ("8.1 s", "now") or TimeRole ("3 min" ago), right-aligned; the display text, or "–", where the
/// model has neither. The absolute time is in the tooltip. What is due now stands out.
class RelativeTimeDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    RelativeTimeDelegate(const theme::Theme &theme, const core::Clock &clock, QObject *parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const core::Clock &m_clock;
};

/// A bank's bar in its colour from BankRole before the display text.
class BankDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace widgets
