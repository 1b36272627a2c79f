// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/topicspage.h"

#include "ui/session/connections.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/topics/subscribedialog.h"
#include "ui/topics/subscribersmodel.h"
#include "ui/topics/topicsmodel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/noticeline.h"
#include "ui/widgets/searchbox.h"
#include "ui/widgets/tablesetup.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gap = 16;
constexpr int topicsShare = 36; // of the width, in percent
constexpr std::chrono::seconds readEvery{2};
constexpr int tickMs = 1000; // ages in seconds
constexpr QLatin1String topicScheme("topic://");

} // namespace

TopicsPage::TopicsPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_clock(session)
    , m_topics(new TopicsModel(this))
    , m_subscribers(new SubscribersModel(this))
    , m_subscribe(makeAction(u"subscribe"_s, u"plus"_s))
    , m_unsubscribe(makeAction(u"unsubscribe"_s, u"minus"_s))
    , m_remove(makeAction(u"removeTopic"_s, u"close"_s))
    , m_copyAction(makeAction(u"copyTopicAction"_s, u"copy"_s))
    , m_search(new widgets::SearchBox(theme, {}))
    , m_notice(new widgets::NoticeLine(theme))
    , m_topicsCard(new widgets::Card)
    , m_topicTable(new QTableView)
    , m_topicsEmpty(new widgets::EmptyState(theme))
    , m_topicFaces(new QStackedWidget)
    , m_subscribersCard(new widgets::Card)
    , m_howCalled(new widgets::ElidedLabel)
    , m_subscriberTable(new QTableView)
    , m_subscribersEmpty(new widgets::EmptyState(theme))
    , m_subscriberFaces(new QStackedWidget)
{
    setObjectName(u"topicsPage"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(gap);
    row->addWidget(createTopics(), topicsShare);
    row->addWidget(createSubscribers(), 100 - topicsShare);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addLayout(row, 1);
    m_notice->hide();
    m_timer.setInterval(readEvery);
    connectParts();
    retranslate();
}

QAction *TopicsPage::makeAction(const QString &name, const QString &icon)
{
    auto *action = new QAction(m_theme.icon(icon), {}, this);
    action->setObjectName(name);
    return action;
}

QWidget *TopicsPage::createTopics()
{
    using Column = TopicsModel::Column;
    m_topicTable->setObjectName(u"topics"_s);
    m_topicsEmpty->setObjectName(u"topicsEmpty"_s);
    m_search->setObjectName(u"topicSearch"_s);
    m_search->setIconName(u"filter"_s);
    widgets::setUpTable(*m_topicTable, m_theme);
    m_topicTable->setModel(m_topics);
    m_topicTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_topicTable->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_topicTable->addActions({m_subscribe, m_copyAction, m_remove});
    m_topicTable->setItemDelegateForColumn(int(Column::Changed),
                                           new widgets::RelativeTimeDelegate(m_theme, m_clock, m_topicTable));
    m_topicTable->horizontalHeader()->setSectionResizeMode(int(Column::Name), QHeaderView::Stretch);
    new widgets::ViewTicker(*m_topicTable, tickMs);
    m_topicFaces->addWidget(m_topicTable);
    m_topicFaces->addWidget(m_topicsEmpty);
    auto *add = new widgets::Button(m_theme, widgets::Button::Kind::Link, {});
    add->setObjectName(u"subscribeButton"_s);
    add->setAction(m_subscribe);
    m_topicsCard->addHeaderWidget(add);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(gap, 0, gap, gap / 2);
    searchRow->addWidget(m_search);
    m_topicsCard->body()->addLayout(searchRow);
    m_topicsCard->body()->addWidget(m_topicFaces, 1);
    m_topicsCard->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    return m_topicsCard;
}

QWidget *TopicsPage::createSubscribers()
{
    using Column = SubscribersModel::Column;
    m_subscriberTable->setObjectName(u"subscribers"_s);
    widgets::setUpTable(*m_subscriberTable, m_theme);
    m_subscriberTable->setTextElideMode(Qt::ElideMiddle); // which service it is, the end of a URL says
    m_subscriberTable->setModel(m_subscribers);
    m_subscriberTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_subscriberTable->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_subscriberTable->addActions({m_subscribe, m_unsubscribe});
    m_subscriberTable->horizontalHeader()->setSectionResizeMode(int(Column::Url), QHeaderView::Stretch);
    m_subscriberTable->setItemDelegateForColumn(int(Column::Since),
                                                new widgets::RelativeTimeDelegate(m_theme, m_clock, m_subscriberTable));
    new widgets::ViewTicker(*m_subscriberTable, tickMs);
    m_subscriberFaces->addWidget(m_subscriberTable);
    m_subscriberFaces->addWidget(m_subscribersEmpty);
    const QList<std::pair<QAction *, widgets::Button::Kind>> buttons{{m_copyAction, widgets::Button::Kind::Quiet},
                                                                     {m_unsubscribe, widgets::Button::Kind::Plain},
                                                                     {m_remove, widgets::Button::Kind::Danger}};
    for (const auto &[action, kind] : buttons) {
        auto *button = new widgets::Button(m_theme, kind, {});
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setAction(action);
        m_subscribersCard->addHeaderWidget(button);
    }
    m_subscribersCard->setTitleElided(Qt::ElideMiddle);
    m_howCalled->setObjectName(u"howCalled"_s);
    m_howCalled->setContentsMargins(gap, 0, gap, 0);
    m_howCalled->setMinimumHeight(m_search->sizeHint().height() + gap / 2); // the lists begin alike
    theme::setTextSize(*m_howCalled, theme::TextSize::Small);
    theme::setTone(*m_howCalled, theme::Tone::Muted);
    m_howCalled->hide();
    m_subscribersCard->body()->addWidget(m_howCalled);
    m_subscribersCard->body()->addWidget(m_subscriberFaces, 1);
    return m_subscribersCard;
}

void TopicsPage::connectParts()
{
    connect(&m_timer, &QTimer::timeout, this, &TopicsPage::refresh);
    connect(&m_session, &Session::healthChanged, this, &TopicsPage::showActions);
    connect(&m_session.connections(), &Connections::changed, this, &TopicsPage::showActions);
    connect(&m_theme, &theme::Theme::changed, this, &TopicsPage::setWidths);
    connect(m_search, &QLineEdit::textChanged, this, &TopicsPage::showTopics);
    connect(m_topicsEmpty, &widgets::EmptyState::actionRequested, this, &TopicsPage::actOnFace);
    connect(m_subscribersEmpty, &widgets::EmptyState::actionRequested, this, &TopicsPage::askToSubscribe);
    connect(m_topicTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TopicsPage::showSubscribers);
    connect(m_subscriberTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TopicsPage::showActions);
    connect(m_subscribe, &QAction::triggered, this, &TopicsPage::askToSubscribe);
    connect(m_unsubscribe, &QAction::triggered, this, &TopicsPage::askToUnsubscribe);
    connect(m_remove, &QAction::triggered, this, &TopicsPage::askToRemove);
    connect(m_copyAction, &QAction::triggered, this, &TopicsPage::copyAction);
}

void TopicsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start();
    refresh();
}

void TopicsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

void TopicsPage::refresh()
{
    if (std::exchange(m_isReading, true))
        return;
    m_session.topics(this, [this](const core::Result<QList<Topic>> &topics) {
        m_isReading = false;
        take(topics);
    });
}

void TopicsPage::take(const core::Result<QList<Topic>> &topics)
{
    m_read = topics;
    showTopics();
}

void TopicsPage::showTopics()
{
    const QByteArray before = m_wanted.isEmpty() ? (chosen() ? chosen()->name : QByteArray()) : m_wanted;
    m_topics->show(m_read && m_read->ok() ? **m_read : QList<Topic>(), m_search->text().trimmed());
    const QModelIndex same = m_topics->indexOf(before);
    if (same.isValid() && same.data(TopicsModel::NameRole) == m_wanted)
        m_wanted.clear();
    if (!m_topicTable->currentIndex().isValid() || same.isValid())
        m_topicTable->setCurrentIndex(same.isValid() ? same : m_topics->index(0, 0));
    showFace();
    showSubscribers();
    const bool isKnown = m_read && m_read->ok();
    emit statusTextChanged(isKnown ? tr("%n topic(s)", nullptr, m_topics->rowCount()) : QString());
}

void TopicsPage::showFace()
{
    m_topicFaces->setCurrentIndex(m_topics->rowCount() > 0 ? 0 : 1);
    if (!m_read)
        return m_topicsEmpty->showLoading(tr("Reading topics…"));
    if (!m_read->ok())
        return m_topicsEmpty->showUnreachable(m_read->error().detail);
    if (!(*m_read)->isEmpty())
        return m_topicsEmpty->showFilteredOut((*m_read)->size());
    m_topicsEmpty->showEmpty(tr("No topics yet"),
                             tr("A topic is a name for several services.\nA message with the step topic://NAME calls "
                                "all who subscribe to it."),
                             m_subscribe->text());
}

void TopicsPage::actOnFace()
{
    switch (m_topicsEmpty->face()) {
    case widgets::EmptyState::Face::Empty:
        return askToSubscribe();
    case widgets::EmptyState::Face::FilteredOut:
        return m_search->clear();
    case widgets::EmptyState::Face::Unreachable:
    case widgets::EmptyState::Face::Loading:
        return refresh();
    }
}

const Topic *TopicsPage::chosen() const
{
    return m_topics->topic(m_topicTable->currentIndex());
}

const Subscriber *TopicsPage::chosenSubscriber() const
{
    return m_subscribers->subscriber(m_subscriberTable->currentIndex());
}

void TopicsPage::showSubscribers()
{
    const Topic *topic = chosen();
    m_subscribers->show(topic ? topic->subscribers : QList<Subscriber>());
    m_subscribersCard->setTitle(topic ? tr("Subscribers of %1").arg(QString::fromUtf8(topic->name))
                                      : tr("Subscribers"));
    m_howCalled->setText(topic ? tr("%n URL(s), called in this order", nullptr, int(topic->subscribers.size()))
                               : QString());
    m_howCalled->setHidden(m_subscribers->rowCount() == 0);
    m_subscriberFaces->setCurrentIndex(m_subscribers->rowCount() > 0 ? 0 : 1);
    if (!m_subscriberTable->currentIndex().isValid() && m_subscribers->rowCount() > 0)
        m_subscriberTable->setCurrentIndex(m_subscribers->index(0, 0));
    if (topic)
        m_subscribersEmpty->showEmpty(tr("Nobody subscribes"),
                                      tr("A message that names this topic is refused until somebody does."),
                                      m_subscribe->text());
    else
        m_subscribersEmpty->showEmpty(tr("No topic is chosen"), tr("Choose one at the left."));
    showActions();
}

void TopicsPage::setReason(QAction *action, const QString &whyNot, const QString &tip)
{
    action->setEnabled(whyNot.isEmpty());
    action->setToolTip(whyNot.isEmpty() ? tip : whyNot);
    action->setStatusTip(action->toolTip());
}

void TopicsPage::showActions()
{
    const bool isReadOnly = m_session.readOnly();
    const QString readOnly = isReadOnly ? tr("The console is read-only here.") : QString();
    const QString noTopic = chosen() ? QString() : tr("No topic is chosen.");
    const QString noSubscriber = chosenSubscriber() ? QString() : tr("No subscriber is chosen.");
    setReason(m_subscribe, readOnly, tr("Have a URL called for a topic; a new topic begins with its first subscriber"));
    setReason(m_unsubscribe, isReadOnly ? readOnly : noSubscriber, tr("Messages to come call it no more"));
    setReason(m_remove, isReadOnly ? readOnly : noTopic, tr("The topic and all its subscribers go"));
    for (widgets::EmptyState *empty : {m_topicsEmpty, m_subscribersEmpty})
        empty->setObstacle(readOnly);
    setReason(m_copyAction, noTopic, tr("Put topic://NAME on the clipboard: what the step of a message says"));
}

/// What the connection wants typed before something is changed.
QString TopicsPage::engineName() const
{
    return nameToType(m_session.connections().engine());
}

void TopicsPage::askToSubscribe()
{
    auto *dialog = new SubscribeDialog(m_theme, chosen() ? chosen()->name : QByteArray(), engineName(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SubscribeDialog::requested, this, [this, dialog] {
        const auto then = [this, dialog](const std::optional<core::Error> &error) {
            if (!error) {
                m_wanted = dialog->topic();
                takeAnswer(error, tr("Subscribed to %1").arg(QString::fromUtf8(m_wanted)));
            }
            dialog->takeAnswer(error);
        };
        m_session.subscribe(dialog->topic(), dialog->url(), dialog->remark(), dialog, then, consentBy(engineName()));
    });
    dialog->open();
}

bool TopicsPage::confirm(const widgets::Question &question)
{
    return widgets::ConfirmDialog(m_theme, question, this).exec() == QDialog::Accepted;
}

void TopicsPage::askToUnsubscribe()
{
    if (!chosen() || !chosenSubscriber())
        return;
    const QByteArray topic = chosen()->name; // the list is read again while the question is open
    const QByteArray url = chosenSubscriber()->url;
    const QString name = QString::fromUtf8(topic);
    if (!confirm({tr("Unsubscribe %1 from “%2”?").arg(QString::fromUtf8(url), name),
                  tr("Messages to come do not call it. Those that are on their way still do."), tr("Unsubscribe"),
                  engineName()}))
        return;
    const auto then = [this, name](const std::optional<core::Error> &error) {
        takeAnswer(error, tr("Unsubscribed from %1").arg(name));
    };
    m_session.unsubscribe(topic, url, this, then, consentBy(engineName()));
}

void TopicsPage::askToRemove()
{
    if (!chosen())
        return;
    const QByteArray topic = chosen()->name;
    const QString name = QString::fromUtf8(topic);
    if (!confirm({tr("Delete the topic “%1” with its %n subscriber(s)?", nullptr, int(chosen()->subscribers.size()))
                      .arg(name),
                  tr("A message that names it is refused from then on. Those that are on their way still reach all "
                     "who subscribed when they were prepared."),
                  tr("Delete Topic"), engineName()}))
        return;
    const auto then = [this, name](const std::optional<core::Error> &error) {
        takeAnswer(error, tr("The topic %1 is gone").arg(name));
    };
    m_session.removeTopic(topic, this, then, consentBy(engineName()));
}

void TopicsPage::takeAnswer(const std::optional<core::Error> &error, const QString &done)
{
    if (error)
        m_notice->notify(widgets::Banner::Tone::Bad,
                         tr("Nothing was changed: %1").arg(widgets::coreWords(error->detail)));
    else
        m_notice->notify(widgets::Banner::Tone::Good, done);
    refresh();
}

void TopicsPage::copyAction()
{
    if (!chosen())
        return;
    const QString action = topicScheme + QString::fromUtf8(chosen()->name);
    QGuiApplication::clipboard()->setText(action);
    m_notice->notify(widgets::Banner::Tone::Info, tr("Copied: %1").arg(action));
}

void TopicsPage::setWidths()
{
    widgets::fitColumn(*m_topicTable, int(TopicsModel::Column::Subscribers), {u"1,000"_s});
    widgets::fitColumn(*m_topicTable, int(TopicsModel::Column::Changed),
                       {widgets::formatAge(std::chrono::minutes(59))});
    widgets::fitColumn(*m_subscriberTable, int(SubscribersModel::Column::Remark), {u"the receiving bank in Vienna"_s});
    widgets::fitColumn(*m_subscriberTable, int(SubscribersModel::Column::Since),
                       {widgets::formatAge(std::chrono::minutes(59))});
}

void TopicsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TopicsPage::retranslate()
{
    m_subscribe->setText(tr("Subscribe…"));
    m_unsubscribe->setText(tr("Unsubscribe…"));
    m_remove->setText(tr("Delete Topic…"));
    m_copyAction->setText(tr("Copy topic://"));
    m_topicsCard->setTitle(tr("Topics"));
    m_search->setPlaceholderText(tr("Find a topic, URL or remark"));
    m_search->setAccessibleName(tr("Find a topic, URL or remark"));
    m_topicTable->setAccessibleName(tr("Topics"));
    m_subscriberTable->setAccessibleName(tr("Subscribers"));
    m_topics->retranslate();
    m_subscribers->retranslate();
    setWidths();
    showTopics();
}

} // namespace ui
