// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/banktabs.h"

#include "ui/theme/theme.h"
#include "ui/widgets/bankmark.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {
namespace {

constexpr int lineHeight = 2;

class BankTab final : public QAbstractButton
{
public:
    BankTab(const theme::Theme &theme, theme::Bank bank, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_mark(new widgets::BankMark(theme, bank, {}, this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(24, 10, 24, 10);
        row->addWidget(m_mark);
        m_mark->setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_Hover);
    }

    void show(const BankInfo &bank)
    {
        setText(bank.name);
        setToolTip(bank.url);
        setAccessibleDescription(bank.place);
        m_mark->setName(bank.name);
        m_mark->setDetail(bank.place);
        updateGeometry();
    }

    QSize sizeHint() const override { return layout()->sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const theme::Tokens &tokens = m_theme.tokens();
        QPainter painter(this);
        if (isChecked() || underMouse())
            painter.fillRect(rect(), isChecked() ? tokens.panel : tokens.hover);
        if (isChecked())
            painter.fillRect(QRect(0, height() - lineHeight, width(), lineHeight), tokens.accent);
    }

private:
    const theme::Theme &m_theme;
    widgets::BankMark *m_mark;
};

} // namespace

BankTabs::BankTabs(const theme::Theme &theme, QWidget *parent)
    : ChoiceGroup(theme, parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
}

void BankTabs::setBanks(const QList<BankInfo> &banks)
{
    for (qsizetype i = 0; i < banks.size(); ++i) {
        const QString id = QString::number(i);
        if (!button(id)) {
            auto *tab = new BankTab(theme(), i == 0 ? theme::Bank::A : theme::Bank::B, this);
            m_row->addWidget(tab);
            add(id, tab);
        }
        static_cast<BankTab *>(button(id))->show(banks.at(i));
    }
}

} // namespace ui
