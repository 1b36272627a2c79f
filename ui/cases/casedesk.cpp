// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casedesk.h"

#include "core/base/onthreadof.h"
#include "core/casefile/casefile.h"
#include "ui/cases/casegather.h"
#include "ui/cases/casewindow.h"
#include "ui/cases/casewords.h"
#include "ui/cases/savecasedialog.h"
#include "ui/messages/errorwords.h"
#include "ui/moments/casemoments.h"
#include "ui/session/connections.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/timetravel/timetravelwindow.h"
#include "ui/widgets/corewords.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace ui {

using core::casefile::Case;

namespace {

const QString caseSuffix = u"checkback"_s;

/// Letters that a file's name may have everywhere.
QString fileNameOf(const QByteArray &gid)
{
    QString name = QString::fromLatin1(gid);
    for (QChar &letter : name) {
        if (!letter.isLetterOrNumber() && letter != u'-' && letter != u'_' && letter != u'.')
            letter = u'_';
    }
    return name;
}

} // namespace

CaseDesk::CaseDesk(Session &session, theme::Theme &theme, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_theme(theme)
    , m_window(window)
{ }

void CaseDesk::save(const core::message::Message &message)
{
    const QByteArray gid = message.gid.bytes();
    auto *dialog = new SaveCaseDialog(m_theme, gid, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, gid] { chooseFile(gid, dialog->payloads()); });
    dialog->open();
}

void CaseDesk::chooseFile(const QByteArray &gid, core::casefile::Payloads payloads)
{
    auto *dialog = new QFileDialog(&m_window, tr("Save Case"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Cases (*.%1)").arg(caseSuffix), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(caseSuffix);
    dialog->selectFile(fileNameOf(gid));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"json") ? u"json"_s : caseSuffix);
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, gid, payloads](const QString &path) { saveTo(path, gid, payloads); });
    dialog->open();
}

void CaseDesk::saveTo(const QString &path, const QByteArray &gid, core::casefile::Payloads payloads)
{
    const QString name = QDir::toNativeSeparators(path);
    const std::function<void(core::Status)> tell = [this, name](const core::Status &saved) {
        emit told(saved.ok() ? tr("The case is in %1").arg(name)
                             : tr("%1 cannot be written: %2").arg(name, widgets::coreWords(saved.error().detail)),
                  !saved.ok());
    };
    gatherCase(m_session, gid, this, [this, path, payloads, tell](const core::Result<Case> &about) {
        if (!about.ok())
            return emit told(errorWords(about.error()), true);
        QThreadPool::globalInstance()->start(
            [answer = core::onThreadOf(this, tell), path, payloads, about = about.value()] {
                answer(core::casefile::saveCase(path, core::casefile::maskedCase(about, payloads)));
            });
    });
}

void CaseDesk::showWhatHappened(const core::message::Message &message)
{
    gatherCase(m_session, message.gid.bytes(), this, [this](const core::Result<Case> &about) {
        if (!about.ok())
            return emit told(errorWords(about.error()), true);
        TimeTravelWindow::open(
            m_theme,
            [about = about.value(), pairs = m_session.connections().payloadFields()] {
                return momentsOf(about, pairs);
            },
            &m_window);
    });
}

void CaseDesk::chooseAndOpen()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open Case"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Cases (*.checkback *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &CaseDesk::open);
    dialog->open();
}

void CaseDesk::open(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const std::function<void(core::Result<Case>)> show = [this, name](const core::Result<Case> &about) {
        if (!about.ok())
            return emit told(u"%1: %2"_s.arg(name, caseProblem(about.error())), true);
        auto *window = new CaseWindow(m_theme, *about, name, m_session.connections().payloadFields(), &m_window);
        window->setAttribute(Qt::WA_DeleteOnClose);
        window->show();
    };
    QThreadPool::globalInstance()->start(
        [answer = core::onThreadOf(this, show), path] { answer(core::casefile::openCase(path)); });
}

} // namespace ui
