// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/banktabs.h"

#include "ui/session/connectionwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bankmark.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

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
        , m_safety(new QLabel(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(24, 10, 24, 10);
        row->setSpacing(16);
        row->addWidget(m_mark);
        row->addWidget(m_safety, 0, Qt::AlignVCenter);
        m_mark->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_safety->setAttribute(Qt::WA_TransparentForMouseEvents);
        theme::setTextSize(*m_safety, theme::TextSize::Small);
        theme::setTone(*m_safety, theme::Tone::Muted);
        setAttribute(Qt::WA_Hover);
    }

    void show(const BankInfo &bank)
    {
        setText(bank.name);
        setToolTip(bank.url.isEmpty() ? safetySentence(bank.safety) : bank.url);
        setAccessibleDescription(bank.place + u", "_s + safetyWord(bank.safety));
        m_safety->setText(safetyWord(bank.safety));
        m_mark->setBank(bank.isSender ? theme::Bank::A : theme::Bank::B);
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
    QLabel *m_safety;
};

} // namespace

BankTabs::BankTabs(const theme::Theme &theme, QWidget *parent)
    : ChoiceGroup(theme, parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_row->addStretch(1);
}

void BankTabs::setBanks(const QList<BankInfo> &banks)
{
    for (qsizetype i = 0; i < banks.size(); ++i) {
        const QString id = QString::number(i);
        if (!button(id)) {
            auto *tab = new BankTab(theme(), i == 0 ? theme::Bank::A : theme::Bank::B, this);
            m_row->insertWidget(int(i), tab);
            add(id, tab);
        }
        static_cast<BankTab *>(button(id))->show(banks.at(i));
        button(id)->setVisible(true);
    }
    for (qsizetype i = banks.size(); i < ids().size(); ++i)
        button(QString::number(i))->setVisible(false);
    if (bank() >= banks.size())
        setCurrent(u"0"_s);
}

} // namespace ui
