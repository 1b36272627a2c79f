// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/evidencedialog.h"

#include "ui/faultlab/scenariowords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/dialogparts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int dialogWidth = 620;
constexpr int findingMarkSize = 16;

/// One may tell of several messages, each in words of its own.
QString evidenceOf(const core::bank::Finding &finding)
{
    if (finding.name != "the-books-agree-with-the-messages")
        return widgets::coreWords(finding.evidence);
    QStringList words;
    for (const QString &one : finding.evidence.split(u"; "_s))
        words << widgets::coreWords(one);
    return words.join(u"; "_s);
}

} // namespace

EvidenceDialog::EvidenceDialog(const ScenarioEntry &entry, const theme::Theme &theme, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"evidenceDialog"_s);
    setMinimumWidth(dialogWidth);
    QVBoxLayout *column = widgets::dialogColumn(*this, tr("Evidence: %1").arg(ScenarioWords::title(entry)));
    column->addWidget(widgets::paragraph(ScenarioWords::now(entry)));
    for (const core::bank::Finding &finding : entry.outcome.findings) {
        const theme::StateStyle style = theme.style(finding.holds ? theme::State::Succeed : theme::State::Failed);
        auto *mark = new QLabel;
        mark->setPixmap(theme::iconPixmap(finding.holds ? u"check"_s : u"cross"_s, style.text, findingMarkSize,
                                          devicePixelRatioF()));
        auto *title = widgets::paragraph(ScenarioWords::finding(finding.name));
        title->setObjectName(u"finding_"_s + QString::fromLatin1(finding.name));
        title->setAccessibleName(
            (finding.holds ? tr("Holds: %1") : tr("Broken: %1")).arg(ScenarioWords::finding(finding.name)));
        theme::setTextSize(*title, theme::TextSize::CardTitle);
        auto *evidence = widgets::paragraph(evidenceOf(finding));
        evidence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        theme::setTone(*evidence, finding.holds ? theme::Tone::Muted : theme::Tone::Bad);
        auto *row = new QHBoxLayout;
        row->setSpacing(10);
        row->addWidget(mark, 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(title);
        words->addWidget(evidence);
        row->addLayout(words, 1);
        column->addLayout(row);
    }
    auto *close = new widgets::Button(theme, widgets::Button::Kind::Plain, tr("Close"));
    close->setObjectName(u"close"_s);
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace ui
