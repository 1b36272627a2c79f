// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/detailpane.h"

#include "ui/messages/attemptsmodel.h"
#include "ui/messages/detailhead.h"
#include "ui/messages/errorwords.h"
#include "ui/messages/messageverbs.h"
#include "ui/messages/payloadview.h"
#include "ui/messages/rawjson.h"
#include "ui/messages/requestline.h"
#include "ui/messages/whysentence.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/tablesetup.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

constexpr int tabAttempts = 0;
constexpr int tabPayload = 1;
constexpr int tabRaw = 2;

QFrame *line()
{
    auto *frame = new QFrame;
    frame->setProperty("line", true);
    frame->setFixedHeight(1);
    return frame;
}

} // namespace

DetailPane::DetailPane(Session &session, theme::Theme &theme, MessageVerbs &verbs, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_verbs(verbs)
    , m_faces(new QStackedWidget)
    , m_nothing(new widgets::EmptyState(theme))
    , m_head(new DetailHead(theme))
    , m_why(new QLabel)
    , m_request(new RequestLine)
    , m_tabs(new QTabWidget)
    , m_attemptsTable(new QTableView)
    , m_attemptsModel(new AttemptsModel(this))
    , m_payload(new PayloadView(theme))
    , m_raw(new widgets::JsonView(theme))
    , m_copyRaw(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_faces);
    m_faces->addWidget(m_nothing);
    m_faces->addWidget(createContent());
    connect(m_head, &DetailHead::closeRequested, this, &DetailPane::closeRequested);
    connect(m_nothing, &widgets::EmptyState::actionRequested, this, &DetailPane::read);
    connect(&m_ticks, &QTimer::timeout, this, &DetailPane::showWhy);
    m_ticks.setInterval(1s);
    connect(&theme, &theme::Theme::changed, this, &DetailPane::setAttemptWidths);
    connectVerbs();
    retranslate();
    showMessage({});
}

QWidget *DetailPane::createContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createTop());
    column->addWidget(line());
    column->addWidget(createVerbBar());
    column->addWidget(line());
    column->addWidget(m_tabs, 1);
    m_tabs->setObjectName(u"detailTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    createAttempts();
    m_tabs->addTab(m_attemptsTable, {});
    m_tabs->addTab(m_payload, {});
    m_tabs->addTab(createRaw(), {});
    return content;
}

QWidget *DetailPane::createTop()
{
    auto *top = new QWidget;
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    m_why->setObjectName(u"why"_s);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_head);
    column->addWidget(m_why);
    column->addWidget(m_request);
    return top;
}

QToolBar *DetailPane::createVerbBar()
{
    auto *bar = new QToolBar;
    bar->setObjectName(u"verbBar"_s);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({14, 14});
    bar->setMovable(false);
    bar->setMinimumHeight(40);
    bar->layout()->setContentsMargins(10, 0, 8, 0); // with a button's own 6: under the head
    bar->addActions(m_verbs.actions());
    if (auto *copy = qobject_cast<QToolButton *>(bar->widgetForAction(m_verbs.copyAsCurl())))
        copy->setPopupMode(QToolButton::InstantPopup);
    return bar;
}

void DetailPane::createAttempts()
{
    using Column = AttemptsModel::Column;
    m_attemptsTable->setObjectName(u"attempts"_s);
    widgets::setUpTable(*m_attemptsTable, m_theme);
    m_attemptsTable->setModel(m_attemptsModel);
    m_attemptsTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_attemptsTable->setItemDelegateForColumn(int(Column::Verdict),
                                              new widgets::StateChipDelegate(m_theme, m_attemptsTable));
    auto *mono =
        new widgets::GidDelegate(m_theme, m_attemptsTable); // what has eight characters or fewer it shows whole
    m_attemptsTable->setItemDelegateForColumn(int(Column::Branch), mono);
    m_attemptsTable->setItemDelegateForColumn(int(Column::Http), mono);
    m_attemptsTable->horizontalHeader()->setStretchLastSection(true);
    setAttemptWidths();
}

void DetailPane::setAttemptWidths()
{
    using Column = AttemptsModel::Column;
    constexpr int chipExtra = 24; // icon and paddings of a chip
    QStringList verdicts;
    for (const auto verdict : {theme::Verdict::Success, theme::Verdict::Failure, theme::Verdict::Ongoing,
                               theme::Verdict::Unknown, theme::Verdict::TimedOut})
        verdicts << widgets::verdictWord(verdict);
    widgets::fitColumn(*m_attemptsTable, int(Column::Number), {u"00"_s});
    widgets::fitColumn(*m_attemptsTable, int(Column::Time), {u"00:00:00"_s});
    widgets::fitColumn(*m_attemptsTable, int(Column::Branch), {u"00"_s});
    widgets::fitColumn(*m_attemptsTable, int(Column::Verdict), verdicts);
    m_attemptsTable->setColumnWidth(int(Column::Verdict),
                                    m_attemptsTable->columnWidth(int(Column::Verdict)) + chipExtra);
    widgets::fitColumn(*m_attemptsTable, int(Column::Http), {u"000"_s});
    widgets::fitColumn(*m_attemptsTable, int(Column::Latency), {widgets::formatDuration(core::Millis(999))});
}

QWidget *DetailPane::createRaw()
{
    auto *raw = new QWidget;
    auto *column = new QVBoxLayout(raw);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    m_raw->setObjectName(u"raw"_s);
    m_copyRaw->setObjectName(u"copyRaw"_s);
    m_copyRaw->setIconName(u"copy"_s);
    column->addWidget(m_raw, 1);
    column->addWidget(m_copyRaw, 0, Qt::AlignRight);
    connect(m_copyRaw, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_raw->toPlainText()); });
    return raw;
}

void DetailPane::connectVerbs()
{
    connect(&m_verbs, &MessageVerbs::requested, m_request, &RequestLine::request);
    connect(&m_verbs, &MessageVerbs::answered, m_request, &RequestLine::answer);
}

void DetailPane::showMessage(const QByteArray &gid)
{
    if (gid != m_gid) {
        m_gid = gid;
        m_message.reset();
        m_attempts.clear();
        m_verbs.setMessage(std::nullopt);
    }
    if (gid.isEmpty())
        return showNothing(tr("No message is open"),
                           tr("Choose one in the list to see why it stands where it stands."));
    read();
}

void DetailPane::observe(const QList<core::store::Summary> &changed)
{
    const auto isShown = [this](const core::store::Summary &summary) { return summary.gid == m_gid; };
    const auto found = std::find_if(changed.begin(), changed.end(), isShown);
    if (found == changed.end())
        return;
    m_request->observe(*found);
    read();
}

void DetailPane::read()
{
    if (std::exchange(m_reading, true)) {
        m_readAgain = true;
        return;
    }
    m_session.message(m_gid, this, [this](const auto &message) {
        m_reading = false;
        if (std::exchange(m_readAgain, false))
            return read();
        take(message);
    });
}

void DetailPane::take(const core::Result<std::optional<core::message::Message>> &message)
{
    if (m_gid.isEmpty())
        return;
    if (!message.ok())
        return showUnreachable(message.error());
    if (!*message)
        return showNothing(tr("There is no such message"),
                           tr("No message has the gid %1.").arg(QString::fromLatin1(m_gid)));
    m_message = **message;
    emit messageShown(m_message->rowId);
    m_verbs.setMessage(m_message);
    m_head->show(*m_message);
    m_payload->show(m_message->content);
    m_session.attempts(m_message->rowId, this, [this, gid = m_gid](const auto &attempts) {
        if (gid == m_gid && attempts.ok())
            takeAttempts(*attempts);
    });
}

void DetailPane::takeAttempts(const QList<core::message::Attempt> &attempts)
{
    m_attempts = attempts;
    m_attemptsModel->show(*m_message, m_attempts);
    m_raw->setJson(rawJson(*m_message, m_attempts));
    showWhy();
    showTabTexts();
    m_faces->setCurrentIndex(1);
    m_ticks.start();
}

void DetailPane::showNothing(const QString &title, const QString &text)
{
    m_ticks.stop();
    m_message.reset();
    m_verbs.setMessage(std::nullopt);
    m_nothing->showEmpty(title, text);
    m_faces->setCurrentIndex(0);
}

/// What was read before stays true of its moment, yet verbs need the message as it is.
void DetailPane::showUnreachable(const core::Error &error)
{
    m_ticks.stop();
    m_verbs.setMessage(std::nullopt);
    m_nothing->showUnreachable(errorWords(error));
    m_faces->setCurrentIndex(0);
}

void DetailPane::showWhy()
{
    if (m_message)
        m_why->setText(WhySentence::of(*m_message, m_attempts, m_session.now()));
}

void DetailPane::showTabTexts()
{
    const int count = m_attemptsModel->rowCount();
    m_tabs->setTabText(tabAttempts, count > 0 ? tr("Attempts (%1)").arg(count) : tr("Attempts"));
    m_tabs->setTabText(tabPayload, tr("Payload"));
    //: all fields of a message as the HTTP API tells them
    m_tabs->setTabText(tabRaw, tr("Raw"));
}

void DetailPane::retranslate()
{
    m_head->retranslate();
    m_request->retranslate();
    m_payload->retranslate();
    m_attemptsModel->retranslate();
    setAttemptWidths();
    m_copyRaw->setText(tr("Copy"));
    m_raw->setAccessibleName(tr("All fields of the message"));
    showTabTexts();
    showWhy();
    if (!m_message)
        showMessage(m_gid);
}

} // namespace ui
