// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/savecasedialog.h"

#include "ui/theme/textsize.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogparts.h"
#include "ui/widgets/switch.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

SaveCaseDialog::SaveCaseDialog(const theme::Theme &theme, const QByteArray &gid, QWidget *parent)
    : QDialog(parent)
    , m_leaveOut(new widgets::Switch(theme, tr("Leave out payloads and answers")))
{
    setObjectName(u"saveCaseDialog"_s);
    setWindowTitle(tr("Save Case"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);
    m_leaveOut->setObjectName(u"leaveOutPayloads"_s);
    m_leaveOut->setCheckable(true);
    auto *cancel = new widgets::Button(theme, widgets::Button::Kind::Plain, tr("Cancel"));
    auto *accept = new widgets::Button(theme, widgets::Button::Kind::Primary, tr("Choose File…"));
    accept->setDefault(true);
    auto *masked = widgets::paragraph(tr("Values of headers, and passwords and tokens in URLs, payloads, answers and "
                                         "reasons are masked. The file is for you alone "
                                         "(mode 0600)."));
    theme::setTone(*masked, theme::Tone::Muted);
    auto *column = widgets::dialogColumn(*this, tr("Save message %1 as a case").arg(QString::fromLatin1(gid)));
    column->addWidget(widgets::paragraph(tr(
        "One file holds the message with its attempts, its barrier rows at both banks, the balances that it moves and "
        "what people did about it. It can be opened on another computer, where nothing is called.")));
    column->addWidget(m_leaveOut);
    column->addWidget(masked);
    column->addSpacing(8);
    column->addWidget(widgets::dialogButtons(*this, *cancel, *accept));
}

core::casefile::Payloads SaveCaseDialog::payloads() const
{
    return m_leaveOut->isChecked() ? core::casefile::Payloads::LeaveOut : core::casefile::Payloads::Keep;
}

} // namespace ui
