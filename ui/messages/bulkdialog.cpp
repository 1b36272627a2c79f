// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/bulkdialog.h"

#include "core/message/limits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/tablesetup.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

QLabel *wrapped(const QString &text, const QString &name)
{
    auto *label = new QLabel(text);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

BulkDialog::BulkDialog(const theme::Theme &theme, BulkOrder order, SendOne send, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_order(std::move(order))
    , m_send(std::move(send))
    , m_title(wrapped({}, u"bulkTitle"_s))
    , m_scope(wrapped(m_order.scope, u"bulkScope"_s))
    , m_summary(wrapped({}, u"bulkSummary"_s))
    , m_model(new BulkModel(this))
    , m_table(new QTableView)
    , m_progress(new QProgressBar)
    , m_accept(new widgets::Button(theme, widgets::Button::Kind::Danger, {}))
    , m_again(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_cancel(new widgets::Button(theme, widgets::Button::Kind::Plain, tr("Cancel")))
{
    setObjectName(u"bulkDialog"_s);
    setWindowTitle(VerbRules::plainName(m_order.verb));
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().lineSpacing() * 34);
    theme::setTextSize(*m_title, theme::TextSize::DialogTitle);
    theme::setTone(*m_scope, theme::Tone::Muted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(wrapped(VerbRules::explanation(m_order.verb), u"bulkExplanation"_s));
    column->addWidget(m_scope);
    column->addWidget(createTable(), 1);
    column->addWidget(m_progress);
    column->addWidget(m_summary);
    column->addWidget(createFields());
    column->addWidget(createButtons());
    m_progress->hide();
    m_progress->setTextVisible(false);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(100ms);
    connect(&m_refresh, &QTimer::timeout, this, &BulkDialog::showProgress);
    judge();
}

QWidget *BulkDialog::createTable()
{
    m_table->setObjectName(u"bulkTable"_s);
    m_table->setAccessibleName(tr("Messages and outcomes"));
    widgets::setUpTable(*m_table, m_theme);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(int(BulkModel::Column::Before), new widgets::StateChipDelegate(m_theme, m_table));
    widgets::fitColumn(*m_table, int(BulkModel::Column::Gid), {u"01M2FS12WRT7BREJ1E706AKRSM"_s});
    widgets::fitColumn(*m_table, int(BulkModel::Column::Before), {u"Submitted xxxxx"_s});
    widgets::fitColumn(*m_table, int(BulkModel::Column::Outcome), {u"requested xx"_s});
    m_table->horizontalHeader()->setStretchLastSection(true);
    return m_table;
}

QWidget *BulkDialog::createFields()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &name, const QString &hint) {
        auto *edit = new QLineEdit;
        edit->setObjectName(name);
        edit->setPlaceholderText(hint);
        edit->setAccessibleName(hint);
        connect(edit, &QLineEdit::textChanged, this, &BulkDialog::judge);
        column->addWidget(edit);
        return edit;
    };
    if (m_order.verb == Verb::ForceStop)
        m_reason = add(u"bulkReason"_s, tr("Reason, kept with each message"));
    if (!m_order.nameToType.isEmpty())
        m_name = add(u"nameToType"_s, tr("Type “%1” to go on").arg(m_order.nameToType));
    box->setVisible(m_reason || m_name);
    return box;
}

QWidget *BulkDialog::createButtons()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_accept->setObjectName(u"bulkRun"_s);
    m_again->setObjectName(u"bulkAgain"_s);
    m_cancel->setObjectName(u"bulkCancel"_s);
    m_accept->setAutoDefault(false);
    m_again->setAutoDefault(false);
    m_cancel->setDefault(true);
    m_again->hide();
    row->addStretch();
    row->addWidget(m_again);
    row->addWidget(m_cancel);
    row->addWidget(m_accept);
    connect(m_accept, &QAbstractButton::clicked, this, &BulkDialog::run);
    connect(m_again, &QAbstractButton::clicked, this, [this] {
        m_run->retryFailed();
        showProgress();
    });
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        if (m_run && m_run->isSending())
            return m_run->cancel();
        reject();
    });
    return box;
}

void BulkDialog::addTargets(const QList<BulkTarget> &targets)
{
    m_targets << targets;
    showTitle();
}

void BulkDialog::endTargets(const QString &problem)
{
    m_complete = true;
    m_problem = problem;
    const QStringList reasons = skipReasons();
    m_fitting = int(std::count(reasons.begin(), reasons.end(), QString()));
    m_model->showTargets(m_targets, reasons);
    judge();
}

QStringList BulkDialog::skipReasons() const
{
    QStringList reasons;
    reasons.reserve(m_targets.size());
    for (const BulkTarget &target : m_targets)
        reasons << VerbRules::whyNot(m_order.verb, Standing{target.state}, m_order.readOnly);
    return reasons;
}

QList<BulkTarget> BulkDialog::fitting() const
{
    QList<BulkTarget> targets;
    for (const BulkTarget &target : m_targets) {
        if (VerbRules::whyNot(m_order.verb, Standing{target.state}, m_order.readOnly).isEmpty())
            targets << target;
    }
    return targets;
}

QString BulkDialog::missing() const
{
    if (!m_complete)
        return tr("The messages are still being collected.");
    if (m_fitting == 0)
        return tr("None of these messages allows it.");
    if (m_name && m_name->text() != m_order.nameToType)
        return m_name->placeholderText();
    if (m_reason && m_reason->text().trimmed().isEmpty())
        return tr("A reason is needed.");
    const bool isLong = m_reason && m_reason->text().toUtf8().size() > core::message::reasonBytesMax;
    return isLong ? tr("The reason is too long.") : QString();
}

void BulkDialog::judge()
{
    showTitle();
    m_accept->setEnabled(missing().isEmpty());
    m_accept->setToolTip(missing());
    //: %1: what is done, %2: to how many messages
    m_accept->setText(tr("%1: %2").arg(windowTitle(), widgets::formatCount(m_fitting)));
    if (!m_complete || m_run)
        return;
    const int leftOut = int(m_targets.size()) - m_fitting;
    QStringList parts{tr("%n message(s) get it", nullptr, m_fitting)};
    if (leftOut > 0)
        parts << tr("%n left out: the table says why", nullptr, leftOut);
    if (!m_problem.isEmpty())
        parts << tr("some may be missing: %1").arg(m_problem);
    m_summary->setText(parts.join(u" · "_s));
}

void BulkDialog::showTitle()
{
    const int count = int(m_targets.size());
    const QString verb = windowTitle();
    //: %1: what is done
    m_title->setText(m_complete ? tr("%1: %n message(s)?", nullptr, count).arg(verb)
                                : tr("%1: collecting messages, %n so far…", nullptr, count).arg(verb));
}

void BulkDialog::run()
{
    const QString reason = m_reason ? m_reason->text().trimmed() : QString();
    m_run = new BulkRun(
        fitting(),
        [this, reason](const BulkTarget &target, BulkRun::Then then) { m_send(target, reason, std::move(then)); },
        this);
    m_model->follow(*m_run);
    connect(m_run, &BulkRun::rowChanged, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    m_title->setText(tr("%1: %n message(s)", nullptr, m_run->size()).arg(windowTitle()));
    m_accept->hide();
    m_progress->show();
    m_progress->setRange(0, m_run->size());
    for (QLineEdit *field : {m_reason, m_name}) {
        if (field)
            field->setEnabled(false);
    }
    m_run->start();
    showProgress();
}

void BulkDialog::showProgress()
{
    const BulkRun::Counts &counts = m_run->counts();
    const int answered = counts.accepted + counts.observed + counts.refused + counts.left;
    m_progress->setValue(answered);
    const auto number = [](int count) { return widgets::formatCount(count); };
    m_summary->setText(tr("%1 of %2 answered · %3 accepted, of which %4 observed · %5 refused · %6 not sent")
                           .arg(number(answered), number(m_run->size()), number(counts.accepted + counts.observed),
                                number(counts.observed), number(counts.refused), number(counts.left)));
    const int failed = counts.refused + counts.left;
    m_again->setVisible(failed > 0 && !m_run->isSending());
    m_again->setText(tr("Retry the Failed Ones (%1)").arg(number(failed)));
    m_cancel->setText(m_run->isSending() ? tr("Stop Sending") : tr("Close"));
}

void BulkDialog::observe(const QList<core::store::Summary> &changed)
{
    if (m_run)
        m_run->observe(changed);
}

void BulkDialog::done(int result)
{
    if (m_run)
        m_run->cancel();
    else if (!m_complete)
        emit collectingCancelled();
    QDialog::done(result);
}

} // namespace ui
