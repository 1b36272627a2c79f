// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Who may include whom: folders, or single headers of a folder. A folder may always include itself. Add a folder here
/// first.
const QHash<QString, QStringList> &allowed()
{
    static const QStringList page{u"ui/session"_s, u"ui/widgets"_s,   u"ui/theme"_s,
                                  u"core/base"_s,  u"core/message"_s, u"core/store/messagereader.h"_s};
    static const QStringList everything{u"core"_s, u"ui"_s};
    static const QHash<QString, QStringList> table = {
        {u"core/base"_s, {}},
        {u"core/message"_s, {u"core/base"_s}},
        {u"core/store"_s, {u"core/base"_s, u"core/message"_s}},
        {u"core/sockets"_s, {u"core/base"_s}},
        {u"core/http"_s, {u"core/base"_s, u"core/sockets"_s}},
        {u"core/engine"_s, {u"core/base"_s, u"core/message"_s, u"core/store"_s, u"core/http"_s}},
        // Runs a case's message once more, on an engine without sockets.
        {u"core/casefile"_s, {u"core/base"_s, u"core/message"_s, u"core/store"_s, u"core/engine"_s}},
        {u"core/api"_s, {u"core/base"_s, u"core/message"_s, u"core/store"_s, u"core/http"_s, u"core/engine"_s}},
        {u"core/participant"_s,
         {u"core/base"_s, u"core/http"_s, u"core/message/message.h"_s, u"core/message/verdict.h"_s}},
        {u"core/participant/example"_s, {u"core/base"_s, u"core/http"_s, u"core/participant"_s}},
        {u"core/bank"_s, {u"core/base"_s, u"core/http"_s, u"core/participant"_s}},
        {u"core/node"_s,
         {u"core/base"_s, u"core/message"_s, u"core/store"_s, u"core/sockets"_s, u"core/http"_s, u"core/engine"_s,
          u"core/api"_s}},
        // Plays stories on real programs; sees the coordinator only by its API.
        {u"core/faults"_s, {u"core/base"_s, u"core/message"_s, u"core/http"_s, u"core/bank"_s}},
        {u"core/checkbackd"_s, {u"core"_s}},
        {u"ui"_s, everything}, // main.cpp puts the program together
        {u"ui/theme"_s, {}},
        {u"ui/widgets"_s, {u"ui/theme"_s, u"core/base"_s, u"core/message"_s, u"core/store/messagereader.h"_s}},
        {u"ui/diagram"_s, {u"ui/theme"_s, u"ui/widgets"_s, u"core/base"_s, u"core/message"_s}},
        {u"ui/session"_s,
         {u"core/base"_s, u"core/message"_s, u"core/store"_s, u"core/engine"_s, u"core/http"_s, u"core/node"_s,
          u"core/bank"_s, u"core/faults"_s}},
        // Shows and exports a message as the API gives it, and a call as the engine makes it.
        {u"ui/messages"_s,
         page
             + QStringList{u"ui/diagram"_s, u"core/api/rowjson.h"_s, u"core/api/jsonwriter.h"_s, u"core/http/url.h"_s}},
        // Values alone: a run or a case, event by event.
        {u"ui/moments"_s,
         {u"core/base"_s, u"core/message"_s, u"core/casefile"_s, u"core/faults/recording.h"_s, u"ui/messages/route.h"_s,
          u"ui/session/payloadfields.h"_s, u"ui/diagram"_s, u"ui/widgets"_s, u"ui/theme"_s}},
        // Asks for the password of a bank as the connections do.
        {u"ui/accounts"_s, page + QStringList{u"ui/connections/passwordrequest.h"_s}},
        // Shows groups of failed calls as the engine gathers them.
        {u"ui/overview"_s, page + QStringList{u"core/engine/callfailures.h"_s}},
        {u"ui/transfer"_s, page},
        {u"ui/connections"_s, page},
        // Draws the protocol with the pieces of the messages' diagram.
        {u"ui/faultlab"_s,
         page
             + QStringList{u"ui/diagram"_s, u"ui/moments"_s, u"core/faults/recording.h"_s,
                           u"core/faults/scenarioparser.h"_s, u"core/faults/scenariowriter.h"_s}},
        {u"ui/proof"_s, page + QStringList{u"ui/connections/passwordrequest.h"_s}},
        {u"ui/topics"_s, page},
        {u"ui/activity"_s, page},
        // Tells where a message's money goes as the list of messages does.
        {u"ui/present"_s, page + QStringList{u"ui/messages/route.h"_s, u"ui/moments"_s, u"ui/diagram"_s}},
        // A case is a message from near, without the session's reading.
        {u"ui/cases"_s,
         page
             + QStringList{u"core/casefile"_s, u"core/http/url.h"_s, u"ui/messages/detailhead.h"_s,
                           u"ui/messages/messagetabs.h"_s, u"ui/messages/whysentence.h"_s,
                           u"ui/messages/errorwords.h"_s, u"ui/messages/route.h"_s, u"ui/moments"_s,
                           u"ui/present/storywindow.h"_s, u"ui/timetravel"_s, u"ui/diagram"_s}},
        {u"ui/timetravel"_s,
         {u"ui/moments"_s, u"ui/present"_s, u"ui/diagram"_s, u"ui/widgets"_s, u"ui/theme"_s, u"core/base"_s}},
        {u"ui/guide"_s, {u"ui/widgets"_s, u"ui/theme"_s}},
        {u"ui/welcome"_s, page + QStringList{u"ui/settings"_s}},
        // Remembers what the pages are set to; what the list of messages is narrowed to is a value of that page.
        {u"ui/settings"_s, page + QStringList{u"ui/messages/narrowing.h"_s}},
        // The frame around the pages: makes them, and shows how the engine is.
        {u"ui/mainwindow"_s,
         page
             + QStringList{u"ui/overview"_s, u"ui/accounts"_s, u"ui/messages"_s, u"ui/transfer"_s, u"ui/proof"_s,
                           u"ui/connections"_s, u"ui/faultlab"_s, u"ui/cases"_s, u"ui/topics"_s, u"ui/activity"_s,
                           u"ui/guide"_s, u"ui/present"_s, u"ui/welcome"_s, u"ui/settings"_s, u"core/engine/health.h"_s,
                           u"ui/moments/recordingmoments.h"_s, u"ui/timetravel"_s, u"core/faults"_s}},
    };
    return table;
}

QString root()
{
    return QStringLiteral(CHECKBACK_SOURCE_DIR "/");
}

/// Paths below the given folders, from the root, of files with these endings.
QStringList filesOf(const QStringList &folders, const QStringList &patterns)
{
    QStringList files;
    for (const QString &folder : folders) {
        QDirIterator entries(root() + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext())
            files.append(entries.next().mid(root().size()));
    }
    files.sort();
    return files;
}

QStringList sources(const QStringList &folders)
{
    return filesOf(folders, {u"*.h"_s, u"*.cpp"_s});
}

QString textOf(const QString &path)
{
    QFile file(root() + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

bool mayInclude(const QString &folder, const QString &header)
{
    if (folderOf(header) == folder)
        return true;
    const QStringList permitted = allowed().value(folder);
    return std::any_of(permitted.cbegin(), permitted.cend(),
                       [&](const QString &one) { return header == one || header.startsWith(one + u'/'); });
}

/// "path:line: text" of each line that matches.
QStringList linesWith(const QStringList &paths, const QRegularExpression &pattern)
{
    QStringList found;
    for (const QString &path : paths) {
        int number = 0;
        for (const QString &line : textOf(path).split(u'\n')) {
            ++number;
            if (pattern.match(line).hasMatch())
                found.append(u"%1:%2: %3"_s.arg(path).arg(number).arg(line.trimmed()));
        }
    }
    return found;
}

} // namespace

#define VERIFY_NONE(list) QVERIFY2((list).isEmpty(), qPrintable(u'\n' + (list).join(u'\n')))

/// The arrows of the design, and a few habits, in one place.
class TestArchitecture : public QObject
{
    Q_OBJECT

private slots:
    void foldersIncludeOnlyWhatTheyMay();
    void everyFolderStandsInTheTable();
    void everyFileNamesItsLicence();
    void coreHasNoScreenAndNoTranslations();
    void nothingIsLeftToDo();
    void filesAreShort();
};

void TestArchitecture::foldersIncludeOnlyWhatTheyMay()
{
    static const QRegularExpression include(u"^#include \"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    QStringList wrong;
    for (const QString &path : sources({u"core"_s, u"ui"_s})) {
        auto includes = include.globalMatch(textOf(path));
        while (includes.hasNext()) {
            const QString header = includes.next().captured(1);
            const bool isOurs = header.startsWith("core/"_L1) || header.startsWith("ui/"_L1);
            if (isOurs && !mayInclude(folderOf(path), header))
                wrong.append(path + u" includes "_s + header);
            if (header.startsWith("tests/"_L1))
                wrong.append(path + u" includes a test's "_s + header);
        }
    }
    VERIFY_NONE(wrong);
}

void TestArchitecture::everyFolderStandsInTheTable()
{
    QSet<QString> unknown;
    for (const QString &path : sources({u"core"_s, u"ui"_s})) {
        if (!allowed().contains(folderOf(path)))
            unknown.insert(folderOf(path));
    }
    VERIFY_NONE(unknown.values());
}

void TestArchitecture::everyFileNamesItsLicence()
{
    QStringList wrong;
    QStringList paths = sources({u"core"_s, u"ui"_s, u"tests"_s});
    paths += filesOf({u"core"_s, u"ui"_s, u"tests"_s}, {u"CMakeLists.txt"_s, u"*.cmake"_s});
    for (const QString &path : std::as_const(paths)) {
        const bool isGpl = path.startsWith("ui/"_L1) || path.startsWith("tests/ui/"_L1);
        const QString licence =
            isGpl ? u"SPDX-License-Identifier: GPL-3.0-or-later"_s : u"SPDX-License-Identifier: Apache-2.0"_s;
        if (!textOf(path).section(u'\n', 0, 0).contains(licence))
            wrong.append(path + u": the first line is to say "_s + licence);
    }
    VERIFY_NONE(wrong);
}

void TestArchitecture::coreHasNoScreenAndNoTranslations()
{
    static const QRegularExpression screen(
        u"#include <(QtGui|QtWidgets|QWidget|QApplication|QGuiApplication|QPainter|QColor|QIcon|QPixmap|QFont)\\b|\\btr\\("_s);
    const QStringList wrong = linesWith(sources({u"core"_s}), screen);
    VERIFY_NONE(wrong);
    static const QRegularExpression linked(u"Qt6::(Gui|Widgets)"_s);
    const QStringList libraries = linesWith(filesOf({u"core"_s}, {u"CMakeLists.txt"_s}), linked);
    VERIFY_NONE(libraries);
}

void TestArchitecture::nothingIsLeftToDo()
{
    static const QRegularExpression mark(u"\\b(TO"_s + u"DO|FIX"_s + u"ME|XX"_s + u"X)\\b"_s);
    const QStringList wrong = linesWith(sources({u"core"_s, u"ui"_s, u"tests"_s}), mark);
    VERIFY_NONE(wrong);
}

void TestArchitecture::filesAreShort()
{
    constexpr int linesMax = 600;
    QStringList wrong;
    for (const QString &path : sources({u"core"_s, u"ui"_s})) {
        const auto lines = textOf(path).count(u'\n');
        if (lines > linesMax)
            wrong.append(u"%1 has %2 lines: it has two subjects"_s.arg(path).arg(lines));
    }
    VERIFY_NONE(wrong);
}

QTEST_APPLESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
