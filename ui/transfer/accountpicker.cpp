// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/accountpicker.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <QPainter>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int UserRole = Qt::UserRole;
constexpr int BalanceRole = Qt::UserRole + 1; ///< qint64: cents
constexpr int pickerHeight = 52;
constexpr int padding = 12;
constexpr int chevronSize = 16;
constexpr int lineMargin = 8; ///< above and below the two lines

int heightOf(const theme::Theme &theme)
{
    QFont bold = theme.font();
    bold.setWeight(QFont::DemiBold);
    return qMax(pickerHeight, qCeil(2 * QFontMetricsF(bold).height()) + 2 * lineMargin);
}

} // namespace

AccountPicker::AccountPicker(const theme::Theme &theme, theme::Bank bank, QWidget *parent)
    : QComboBox(parent)
    , m_theme(theme)
    , m_bank(bank)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&m_theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    connect(this, &QComboBox::currentIndexChanged, this, &AccountPicker::describe);
}

void AccountPicker::setBankName(const QString &name)
{
    m_bankName = name;
    describe();
    update();
}

void AccountPicker::setAccounts(const QList<AccountRow> &accounts)
{
    const QSignalBlocker quiet(this);
    for (const AccountRow &account : accounts) {
        int index = findData(account.userId, UserRole);
        if (index < 0) {
            index = count();
            addItem({}, account.userId);
        }
        setItemData(index, qint64(account.balance.cents()), BalanceRole);
        setItemText(index,
                    tr("User %1    %2", "in a list: number, balance")
                        .arg(QString::number(account.userId), widgets::formatMoney(account.balance)));
    }
    describe();
    update();
}

int AccountPicker::userId() const
{
    return currentData(UserRole).toInt();
}

void AccountPicker::setUserId(int userId)
{
    int index = findData(userId, UserRole);
    if (index < 0) { // not read yet: it gets its balance with the next reading
        index = count();
        addItem(tr("User %1").arg(userId), userId);
    }
    setCurrentIndex(index);
}

std::optional<core::Money> AccountPicker::balance() const
{
    const QVariant cents = currentData(BalanceRole);
    return cents.isValid() ? std::optional(core::Money::fromCents(cents.toLongLong())) : std::nullopt;
}

QString AccountPicker::balanceText() const
{
    return balance() ? widgets::formatMoney(*balance()) : u"–"_s;
}

QSize AccountPicker::sizeHint() const
{
    return {220, heightOf(m_theme)};
}

QSize AccountPicker::minimumSizeHint() const
{
    return {180, heightOf(m_theme)};
}

void AccountPicker::describe()
{
    setAccessibleDescription(tr("User %1 of %2, balance %3").arg(QString::number(userId()), m_bankName, balanceText()));
}

void AccountPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens &tokens = m_theme.tokens();
    painter.setPen(underMouse() ? tokens.accent : tokens.edge);
    painter.setBrush(tokens.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

    const QRect content = rect().adjusted(padding, 0, -padding, 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.of(m_bank));
    painter.drawRoundedRect(QRectF(content.left(), content.center().y() - 15, 4, 31), 2, 2);
    theme::paintIcon(
        painter,
        QRectF(content.right() - chevronSize + 1, content.center().y() - chevronSize / 2 + 1, chevronSize, chevronSize),
        u"chevron-down"_s, tokens.text);
    paintTexts(painter, content.adjusted(4 + 10, 0, -(chevronSize + 8), 0));
}

void AccountPicker::paintTexts(QPainter &painter, const QRect &content) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    QFont bold = m_theme.font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(tokens.text);
    const QString money = balanceText();
    theme::drawDigits(painter, content, Qt::AlignRight | Qt::AlignVCenter, money);

    const int moneyWidth = int(theme::digitsWidth(QFontMetricsF(bold), money)) + 8;
    const QRect texts = content.adjusted(0, lineMargin, -moneyWidth, -lineMargin);
    const QRect upper(texts.left(), texts.top(), texts.width(), texts.height() / 2);
    const QRect lower = upper.translated(0, texts.height() / 2);
    theme::drawDigits(painter, upper, Qt::AlignLeft | Qt::AlignVCenter, tr("User %1").arg(userId()));
    painter.setFont(m_theme.font(theme::TextSize::Hint));
    painter.setPen(tokens.muted);
    theme::drawDigits(painter, lower, Qt::AlignLeft | Qt::AlignVCenter, m_bankName);
}

} // namespace ui
