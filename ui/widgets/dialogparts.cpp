// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogparts.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QDialog>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

/// A dialog of wrapped texts is as high as they are at its width, and grows with them; until somebody gives it a size.
class FittingHeight final : public QObject
{
public:
    explicit FittingHeight(QDialog &dialog) : QObject(&dialog), m_dialog(dialog) { dialog.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isSized = m_dialog.testAttribute(Qt::WA_Resized);
        if (event->type() == QEvent::Show && !isSized)
            fit(0);
        if (event->type() == QEvent::LayoutRequest && m_dialog.isVisible() && !isSized)
            fit(m_dialog.height());
        return QObject::eventFilter(watched, event);
    }

private:
    void fit(int least)
    {
        const int width = m_dialog.width();
        m_dialog.resize(width, qMax(least, m_dialog.layout()->totalHeightForWidth(width)));
        m_dialog.setAttribute(Qt::WA_Resized, false);
    }

    QDialog &m_dialog;
};

} // namespace

QLabel *paragraph(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QVBoxLayout *dialogColumn(QDialog &dialog, const QString &title)
{
    auto *heading = paragraph(title);
    theme::setTextSize(*heading, theme::TextSize::DialogTitle);
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(heading);
    new FittingHeight(dialog);
    return column;
}

QWidget *dialogButtons(QDialog &dialog, Button &cancel, Button &accept)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    cancel.setObjectName(u"cancel"_s);
    accept.setObjectName(u"accept"_s);
    row->addStretch();
    row->addWidget(&cancel);
    row->addWidget(&accept);
    QObject::connect(&cancel, &QAbstractButton::clicked, &dialog, &QDialog::reject);
    QObject::connect(&accept, &QAbstractButton::clicked, &dialog, &QDialog::accept);
    return box;
}

} // namespace widgets
