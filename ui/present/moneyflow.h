// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/present/presentstory.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace theme {
class Theme;
}

namespace ui {

/// The transfer as a picture: the account at each bank with its balance, what is in flight between them, and what the
/// coordinator remembers. The accessible description tells the same in sentences.
class MoneyFlow final : public QWidget
{
    Q_OBJECT
public:
    explicit MoneyFlow(const theme::Theme &theme, QWidget *parent = nullptr);

    struct Account
    {
        QString bank;
        QString user;
        QString balance; ///< "–" while it is not known
    };
    /// again: when it is tried again, in words; empty: not waiting.
    void show(const PresentStory &story, const Account &sender, const Account &receiver, const QString &again);
    QSize sizeHint() const override { return {960, 340}; }
    QSize minimumSizeHint() const override { return {760, 260}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintAccount(QPainter &painter, const QRectF &card, const Account &account, theme::Bank bank,
                      const QString &change) const;
    void paintWay(QPainter &painter, const QRectF &left, const QRectF &right) const;
    void paintPill(QPainter &painter, const QRectF &pill) const;
    void paintMemory(QPainter &painter, const QRectF &box) const;
    QString senderChange() const;
    QString receiverChange() const;
    QString memory() const;
    QString amount() const;
    bool isInFlight() const { return m_story.stage == PresentStory::Stage::Debited; }

    const theme::Theme &m_theme;
    PresentStory m_story;
    Account m_sender;
    Account m_receiver;
    QString m_again;
};

} // namespace ui
