// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountpager.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/searchbox.h"

#include <QHBoxLayout>
#include <QIntValidator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

AccountPager::AccountPager(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_search(new widgets::SearchBox(theme, {}))
    , m_place(new widgets::ElidedLabel)
    , m_back(new widgets::IconButton(theme, u"chevron-up"_s, {}))
    , m_on(new widgets::IconButton(theme, u"chevron-down"_s, {}))
{
    m_search->setObjectName(u"findUser"_s);
    m_place->setObjectName(u"accountPlace"_s);
    m_back->setObjectName(u"previousAccounts"_s);
    m_on->setObjectName(u"nextAccounts"_s);
    m_search->setValidator(new QIntValidator(1, INT_MAX, m_search));
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 18);
    theme::setTone(*m_place, theme::Tone::Muted);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_search);
    row->addWidget(m_place, 1);
    row->addWidget(m_back);
    row->addWidget(m_on);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_missingUser = 0; });
    connect(m_search, &QLineEdit::returnPressed, this, &AccountPager::find);
    connect(m_back, &QAbstractButton::clicked, this, &AccountPager::goBack);
    connect(m_on, &QAbstractButton::clicked, this, &AccountPager::goOn);
    retranslate();
}

void AccountPager::show(const BankPage &page)
{
    m_page = page;
    const bool isWhole = page.firstAfter == 0 && page.accounts.size() == page.accountsInAll;
    const bool hasMore = !page.accounts.isEmpty() && page.accounts.size() == BankPage::accountsMax;
    m_back->setVisible(!isWhole);
    m_on->setVisible(!isWhole);
    m_back->setEnabled(page.firstAfter > 0);
    m_on->setEnabled(hasMore);
    if (m_missingUser > 0)
        return m_place->setText(tr("There is no user %1").arg(m_missingUser));
    if (page.accounts.isEmpty() || isWhole)
        return m_place->setText({});
    //: %1 and %2 are the first and the last user of a page of accounts, %3 is how many accounts there are
    m_place->setText(tr("users %1–%2 of %3 accounts")
                         .arg(page.accounts.first().userId)
                         .arg(page.accounts.last().userId)
                         .arg(widgets::formatCount(page.accountsInAll)));
}

void AccountPager::reset()
{
    m_before.clear();
    m_search->clear();
}

void AccountPager::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void AccountPager::goOn()
{
    m_before.append(m_page.firstAfter);
    emit pageRequested(m_page.accounts.last().userId);
}

/// After a search the page before is not known: then the list begins anew.
void AccountPager::goBack()
{
    emit pageRequested(m_before.isEmpty() ? 0 : m_before.takeLast());
}

void AccountPager::find()
{
    const int user = m_search->text().toInt();
    if (user == 0)
        return;
    const bool isShown = std::any_of(m_page.accounts.cbegin(), m_page.accounts.cend(),
                                     [user](const AccountRow &row) { return row.userId == user; });
    const bool isWhole = m_page.accountsInAll == m_page.accounts.size();
    m_missingUser = !isShown && isWhole ? user : 0;
    if (m_missingUser > 0)
        return show(m_page);
    if (!isShown) {
        m_before.clear();
        emit pageRequested(user - 1);
    }
    emit userRequested(user);
}

void AccountPager::retranslate()
{
    m_search->setPlaceholderText(tr("Find user"));
    m_search->setAccessibleName(tr("Find user"));
    m_search->setToolTip(tr("The number of a user; Enter goes there"));
    m_back->setToolTip(tr("Accounts before"));
    m_back->setAccessibleName(tr("Accounts before"));
    m_on->setToolTip(tr("Accounts after"));
    m_on->setAccessibleName(tr("Accounts after"));
}

} // namespace ui
