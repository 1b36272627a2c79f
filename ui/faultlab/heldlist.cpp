// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/heldlist.h"

#include "ui/faultlab/heldrow.h"
#include "ui/faultlab/pointwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formatting.h"

#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::FaultMode;
using core::Strike;

HeldList::HeldList(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_card(new widgets::Card)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->body()->setContentsMargins(16, 0, 16, 8);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    retranslate();
}

QString HeldList::textOf(const core::HeldPass &pass)
{
    const ProtocolPoint *point = protocolPoint(pass.point);
    const QString title = PointWords::title(pass.point);
    const QString gid = pass.gid.isEmpty() ? u"–"_s : widgets::shortGid(QString::fromLatin1(pass.gid));
    //: a call that waits at a breakpoint. %1: number and title of the point; %2: a gid; %3: how long it has waited
    return tr("%1 · message %2 · held for %3")
        .arg(point ? u"%1 · %2"_s.arg(point->number).arg(title) : title, gid, widgets::formatAge(pass.age));
}

void HeldList::showHeld(const QList<core::HeldPass> &held)
{
    QList<Row> rows;
    for (const core::HeldPass &pass : held) {
        const auto known =
            std::find_if(m_rows.cbegin(), m_rows.cend(), [&pass](const Row &row) { return row.pass.id == pass.id; });
        rows.append(known == m_rows.cend() ? makeRow(pass) : *known);
        rows.last().pass = pass;
        rows.last().widget->setWords(textOf(pass), widgets::shownGid(QString::fromLatin1(pass.gid)));
    }
    for (const Row &row : std::as_const(m_rows)) {
        const bool isStillHeld = std::any_of(held.cbegin(), held.cend(),
                                             [&row](const core::HeldPass &pass) { return pass.id == row.pass.id; });
        if (!isStillHeld)
            delete row.widget;
    }
    m_rows = rows;
    setVisible(!m_rows.isEmpty());
}

HeldList::Row HeldList::makeRow(const core::HeldPass &pass)
{
    auto *row = new HeldRow;
    addWays(*row, pass);
    m_card->body()->addWidget(row);
    return {pass, row};
}

void HeldList::addWays(HeldRow &row, const core::HeldPass &pass)
{
    using widgets::Button;
    const core::FaultPoint *point = core::findFaultPoint(pass.point);
    const auto add = [this, &row, id = pass.id](Button::Kind kind, const QString &name, const QString &text,
                                                const std::optional<Strike> &as) {
        auto *button = new Button(m_theme, kind, text);
        button->setObjectName(name);
        connect(button, &QAbstractButton::clicked, this, [this, id, as] { emit released(id, as); });
        row.addWay(*button);
    };
    const auto can = [point](FaultMode mode) { return point && point->modes.contains(mode); };
    if (can(FaultMode::Answer)) {
        auto *button = new Button(m_theme, Button::Kind::Quiet, tr("Change answer"));
        button->setObjectName(u"changeAnswer"_s);
        button->setIconName(u"chevron-down"_s);
        auto *menu = new QMenu(button);
        for (const auto &[status, word] : {std::pair(200, u"SUCCESS"_s), std::pair(409, u"FAILURE"_s),
                                           std::pair(425, u"ONGOING"_s), std::pair(500, tr("unknown"))}) {
            const Strike as{.mode = FaultMode::Answer, .status = status};
            connect(menu->addAction(u"%1 · %2"_s.arg(status).arg(word)), &QAction::triggered, this,
                    [this, id = pass.id, as] { emit released(id, as); });
        }
        button->setMenu(menu);
        row.addWay(*button);
    }
    if (can(FaultMode::Duplicate))
        add(Button::Kind::Quiet, u"deliverTwice"_s, tr("Deliver twice"), Strike{FaultMode::Duplicate});
    if (can(FaultMode::Drop) || can(FaultMode::Fail))
        add(Button::Kind::Quiet, u"dropHeld"_s, can(FaultMode::Drop) ? tr("Drop the answer") : tr("Drop"),
            Strike{can(FaultMode::Drop) ? FaultMode::Drop : FaultMode::Fail});
    add(Button::Kind::Plain, u"continueHeld"_s, tr("Continue"), std::nullopt);
}

void HeldList::retranslate()
{
    //: title of a list of calls that wait at breakpoints
    m_card->setTitle(tr("Held"));
    m_card->setSubtitle(tr("goes on by itself after %1 s").arg(core::heldAtMost.count()));
    const QList<Row> rows = std::exchange(m_rows, {});
    QList<core::HeldPass> held;
    for (const Row &row : rows) {
        held.append(row.pass);
        delete row.widget;
    }
    showHeld(held);
}

} // namespace ui
