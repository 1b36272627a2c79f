// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/badge.h"
#include "ui/widgets/choicegroup.h"

#include <QAbstractButton>

class QVBoxLayout;

namespace widgets {

/// A page in the rail: icon over word, 56 px high, with a badge at the icon's corner.
class NavItem final : public QAbstractButton
{
    Q_OBJECT
public:
    using Badge = widgets::Badge;

    NavItem(const theme::Theme &theme, const QString &iconName, const QString &text, QWidget *parent = nullptr);
    /// An empty text takes the badge away.
    void setBadge(const QString &text, Badge kind = Badge::Attention);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< icon and word close together

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::Theme &m_theme;
    QString m_iconName;
    QString m_badge;
    Badge m_badgeKind = Badge::Attention;
};

/// The rail at the left, 88 px wide: one item a page, those at the foot apart.
class NavRail final : public ChoiceGroup
{
    Q_OBJECT
public:
    enum class Place { Top, Foot };

    explicit NavRail(const theme::Theme &theme, QWidget *parent = nullptr);
    NavItem *addPage(const QString &id, const QString &iconName, const QString &text, Place place = Place::Top);
    NavItem *item(const QString &id) const;

private:
    QVBoxLayout *m_column;
    int m_topCount = 0;
};

} // namespace widgets
