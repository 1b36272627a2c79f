// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/listverbs.h"

#include "ui/messages/bulkdialog.h"
#include "ui/messages/exportrun.h"
#include "ui/session/connections.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <QFileDialog>
#include <QMenu>
#include <QProgressDialog>

using namespace Qt::StringLiterals;

namespace ui {

using core::store::Summary;

namespace {

constexpr int progressShownAfterMs = 500;

} // namespace

ListVerbs::ListVerbs(Session &session, const theme::Theme &theme, QWidget &window, MessageSource source, Scope scope)
    : QObject(&window)
    , m_session(session)
    , m_theme(theme)
    , m_window(window)
    , m_source(std::move(source))
    , m_scope(std::move(scope))
    , m_export(new QAction(this))
    , m_compare(new QAction(this))
    , m_menu(std::make_unique<QMenu>())
{
    m_menu->setObjectName(u"runOnSelection"_s);
    m_menu->setToolTipsVisible(true);
    for (const Verb verb : bulkVerbs) {
        auto *action = new QAction(theme.icon(VerbRules::iconName(verb)), {}, this);
        action->setObjectName(u"bulk-"_s + VerbRules::objectName(verb));
        connect(action, &QAction::triggered, this, [this, verb] { run(verb); });
        m_verbs.insert(int(verb), action);
        m_menu->addAction(action);
    }
    m_export->setObjectName(u"export"_s);
    m_export->setIcon(theme.icon(u"download"_s));
    m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    m_compare->setObjectName(u"compare"_s);
    m_compare->setIcon(theme.icon(u"swap"_s));
    connect(m_export, &QAction::triggered, this, &ListVerbs::chooseFile);
    connect(m_compare, &QAction::triggered, this, &ListVerbs::compare);
    connect(&m_session.connections(), &Connections::changed, this, &ListVerbs::refresh);
}

ListVerbs::~ListVerbs() = default;

QList<QAction *> ListVerbs::actions() const
{
    return {m_export, m_compare};
}

void ListVerbs::refresh()
{
    const ListScope scope = m_scope();
    const bool isEmpty = scope.chosen.isEmpty() && !scope.allMatching;
    for (const Verb verb : bulkVerbs) {
        QString whyNot = m_session.readOnly() ? tr("The console is read-only.") : QString();
        if (isEmpty)
            whyNot = tr("No message is chosen.");
        m_verbs.value(int(verb))->setEnabled(whyNot.isEmpty());
        m_verbs.value(int(verb))->setToolTip(whyNot.isEmpty() ? VerbRules::explanation(verb) : whyNot);
    }
    m_compare->setEnabled(scope.chosen.size() == 2 && !scope.allMatching);
    m_compare->setToolTip(m_compare->isEnabled() ? tr("Shows both side by side from the first event that differs.")
                                                 : tr("Choose two messages, with Ctrl and a click."));
}

void ListVerbs::retranslate()
{
    for (const Verb verb : bulkVerbs)
        m_verbs.value(int(verb))->setText(VerbRules::plainName(verb) + u'…');
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Writes the chosen messages, or all that match the filter, as CSV or JSON."));
    m_compare->setText(tr("Compare Two"));
    refresh();
}

QString ListVerbs::scopeWords(const ListScope &scope) const
{
    if (!scope.allMatching)
        return tr("For the %n message(s) chosen in the list.", nullptr, int(scope.chosen.size()));
    return scope.filterText.isEmpty() ? tr("For all messages there are.")
                                      : tr("For all messages that match: %1").arg(scope.filterText);
}

void ListVerbs::run(Verb verb)
{
    const ListScope scope = m_scope();
    const QString name = nameToType(m_session.connections().engine());
    const BulkOrder order{verb, scopeWords(scope), name, m_session.readOnly()};
    const auto send = [this, verb, consent = consentBy(name)](const BulkTarget &target, const QString &reason,
                                                              BulkRun::Then then) {
        sendOne(verb, target, reason, consent, std::move(then));
    };
    m_dialog = new BulkDialog(m_theme, order, send, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->open();
    collect(scope, *m_dialog);
}

void ListVerbs::collect(const ListScope &scope, BulkDialog &dialog)
{
    const auto add = [&dialog](const QList<Summary> &rows) {
        QList<BulkTarget> targets;
        for (const Summary &summary : rows)
            targets << bulkTargetOf(summary);
        dialog.addTargets(targets);
    };
    if (!scope.allMatching || !scope.filter) {
        add(scope.chosen);
        return dialog.endTargets({});
    }
    auto *walk = new MatchWalk(m_source, *scope.filter, &dialog);
    connect(walk, &MatchWalk::rowsCame, &dialog, add);
    connect(walk, &MatchWalk::ended, &dialog, &BulkDialog::endTargets);
    connect(&dialog, &BulkDialog::collectingCancelled, walk, &MatchWalk::cancel);
    walk->start();
}

void ListVerbs::sendOne(Verb verb, const BulkTarget &target, const QString &reason, Consent consent, BulkRun::Then then)
{
    const QByteArray &gid = target.gid;
    switch (verb) {
    case Verb::RetryNow:
        return m_session.retryNow(gid, this, std::move(then), consent);
    case Verb::ReplayCheckback:
        return m_session.replayCheckback(gid, this, std::move(then), consent);
    case Verb::Submit:
        return m_session.submit(gid, this, std::move(then), consent);
    case Verb::Abort:
        return m_session.abort(gid, this, std::move(then), consent);
    case Verb::ForceStop:
        return m_session.forceStop(gid, reason, target.seen(), this, std::move(then), consent);
    case Verb::Peek:
    case Verb::Resend:
        break;
    }
    Q_ASSERT_X(false, "sendOne", "no verb for many");
}

void ListVerbs::observe(const QList<Summary> &changed)
{
    if (m_dialog)
        m_dialog->observe(changed);
}

void ListVerbs::chooseFile()
{
    auto *dialog = new QFileDialog(&m_window, tr("Export messages"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("CSV table (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"messages"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"json") ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        exportTo(path, path.endsWith(u".json", Qt::CaseInsensitive) ? ExportFormat::Json : ExportFormat::Csv);
    });
    dialog->open();
}

void ListVerbs::exportTo(const QString &path, ExportFormat format)
{
    const ListScope scope = m_scope();
    auto *progress = new QProgressDialog(tr("Writing messages…"), tr("Cancel"), 0, 0, &m_window);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setMinimumDuration(progressShownAfterMs);
    auto *run = new ExportRun(path, format, progress);
    connect(progress, &QProgressDialog::canceled, run, &ExportRun::cancel);
    connect(run, &ExportRun::progressed, progress, [progress](int rows) {
        progress->setLabelText(tr("%n message(s) written", nullptr, rows));
        progress->setValue(0);
    });
    connect(run, &ExportRun::ended, this, [this, path, progress](int rows, const QString &problem) {
        progress->deleteLater();
        const QString written = tr("%n message(s) written to %1", nullptr, rows).arg(path);
        emit told(problem.isEmpty() ? written : tr("%1 cannot be written: %2").arg(path, problem), !problem.isEmpty());
    });
    const bool isSelection = scope.chosen.size() > 1 && !scope.allMatching;
    if (isSelection || !scope.filter)
        return run->start(scope.chosen);
    run->start(m_source, *scope.filter);
}

void ListVerbs::compare()
{
    const ListScope scope = m_scope();
    if (scope.chosen.size() == 2)
        emit compareRequested(scope.chosen.first().gid, scope.chosen.last().gid);
}

} // namespace ui
