// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/enginegroup.h"

#include "ui/session/connections.h"
#include "ui/session/session.h"
#include "ui/settings/settinggroup.h"
#include "ui/widgets/button.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/fieldbox.h"
#include "ui/widgets/formatting.h"

#include <QDesktopServices>
#include <QDir>
#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

enum EngineRow { RetryCapRow, StalledRow, ApplyRow, FolderRow };

constexpr int fieldWidth = 120;

widgets::FieldBox *makeField(const QString &name)
{
    auto *field = new widgets::FieldBox(name);
    field->setFixedWidth(fieldWidth);
    return field;
}

/// A number that is none becomes one that no limit allows.
int numberIn(const widgets::FieldBox &field)
{
    bool isNumber = false;
    const int number = field.text().trimmed().toInt(&isNumber);
    return isNumber ? number : -1;
}

} // namespace

EngineGroup::EngineGroup(Session &session, Settings &settings, const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_settings(settings)
    , m_theme(theme)
    , m_group(new SettingGroup)
    , m_retryCap(makeField(u"retryCap"_s))
    , m_stalledAfter(makeField(u"stalledAfter"_s))
    , m_apply(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_open(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
{
    m_apply->setObjectName(u"applyLimits"_s);
    m_open->setObjectName(u"openDataFolder"_s);
    m_open->setIconName(u"external"_s);
    QWidget *const controls[] = {m_retryCap, m_stalledAfter, m_apply, m_open};
    for (QWidget *control : controls)
        m_group->addRow(control);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_group);
    for (widgets::FieldBox *field : {m_retryCap, m_stalledAfter}) {
        connect(field, &widgets::FieldBox::textChanged, this, &EngineGroup::showEnabled);
        connect(field->edit(), &QLineEdit::returnPressed, this, &EngineGroup::apply);
    }
    connect(m_apply, &QAbstractButton::clicked, this, &EngineGroup::apply);
    connect(m_open, &QAbstractButton::clicked, this, &EngineGroup::openFolder);
    connect(&m_session.connections(), &Connections::changed, this, &EngineGroup::showEnabled);
    showLimits();
    retranslate();
}

void EngineGroup::showLimits()
{
    const EngineLimits limits = m_session.engineLimits();
    m_retryCap->setText(QString::number(limits.retryCap.count()));
    m_stalledAfter->setText(QString::number(limits.stalledAfter));
}

void EngineGroup::showEnabled()
{
    const EngineLimits typed{core::seconds(numberIn(*m_retryCap)), numberIn(*m_stalledAfter)};
    const core::Status valid = checkLimits(typed);
    m_retryCap->setProblem(valid.ok() || valid.error().field != "retryCap" ? QString() : tr("1 to 2,592,000 s"));
    m_stalledAfter->setProblem(valid.ok() || valid.error().field != "stalledAfter" ? QString() : tr("1 to 1,000"));
    const bool isReadOnly = m_session.readOnly();
    m_apply->setEnabled(valid.ok() && !isReadOnly && typed != m_session.engineLimits());
    m_apply->setToolTip(isReadOnly                 ? tr("The console is read-only here.")
                            : !valid.ok()          ? tr("A limit is out of range.")
                            : m_apply->isEnabled() ? QString()
                                                   : tr("These limits are in force."));
}

void EngineGroup::apply()
{
    const EngineLimits typed{core::seconds(numberIn(*m_retryCap)), numberIn(*m_stalledAfter)};
    const Connection &engine = m_session.connections().engine();
    if (consentWanted(engine.safety) != Consent::NotAsked && !m_session.readOnly() && !confirm(typed))
        return;
    if (m_session.setEngineLimits(typed, consentWanted(engine.safety)).ok())
        m_settings.setEngineLimits(typed);
    showEnabled();
}

bool EngineGroup::confirm(const EngineLimits &limits)
{
    const Connection &engine = m_session.connections().engine();
    const widgets::Question question{
        tr("Change the limits of “%1”?").arg(Connections::labelOf(engine)),
        tr("The longest wait becomes %1 s, and a message is stalled after %2 failures in a row.")
            .arg(limits.retryCap.count())
            .arg(limits.stalledAfter),
        tr("Change"), nameToType(engine)};
    return widgets::ConfirmDialog(m_theme, question, this).exec() == QDialog::Accepted;
}

void EngineGroup::openFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_session.dataDir()));
}

void EngineGroup::retranslate()
{
    m_group->setTitle(tr("Engine"));
    m_retryCap->setUnit(tr("s", "unit: seconds"));
    m_apply->setText(tr("Apply"));
    m_open->setText(tr("Open Folder"));
    m_group->setRowText(RetryCapRow, tr("Longest wait for a retry"),
                        tr("The wait doubles from try to try up to this. What waits already keeps its time."));
    m_group->setRowText(StalledRow, tr("Stalled after"),
                        tr("So many failures in a row, and a person is called. It is still retried."));
    m_group->setRowText(ApplyRow, tr("Limits of the running engine"), tr("In force at once, and at the next start."));
    m_group->setRowText(FolderRow, tr("Data folder"),
                        tr("%1 – another one: start with %2.")
                            .arg(QDir::toNativeSeparators(m_session.dataDir()), widgets::unbroken(u"--data-dir"_s)));
    m_retryCap->edit()->setAccessibleName(tr("Longest wait for a retry"));
    m_stalledAfter->edit()->setAccessibleName(tr("Stalled after"));
    showEnabled();
}

} // namespace ui
