// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casewindow.h"

#include "ui/cases/replaypane.h"
#include "ui/messages/detailhead.h"
#include "ui/messages/messagetabs.h"
#include "ui/messages/whysentence.h"
#include "ui/moments/casemoments.h"
#include "ui/theme/theme.h"
#include "ui/timetravel/timetravelpanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formatting.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr QSize sizeAtStart{1120, 780};

} // namespace

CaseWindow::CaseWindow(theme::Theme &theme, const core::casefile::Case &about, const QString &fileName,
                       const QList<PayloadFields> &pairs, QWidget *parent)
    : QDialog(parent)
    , m_case(about)
    , m_fileName(fileName)
    , m_banner(new widgets::Banner(theme))
    , m_head(new DetailHead(theme))
    , m_why(new QLabel)
    , m_tabs(new MessageTabs(theme))
    , m_happened(new TimeTravelPanel(theme))
    , m_replay(new ReplayPane(theme))
{
    setObjectName(u"caseWindow"_s);
    m_head->setClosable(false);
    m_why->setObjectName(u"caseWhy"_s);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    auto *top = new QWidget;
    auto *topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(16, 12, 16, 12);
    topColumn->setSpacing(8);
    topColumn->addWidget(m_head);
    topColumn->addWidget(m_why);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *card = new widgets::Card;
    card->body()->addWidget(top);
    card->body()->addWidget(m_tabs, 1);
    auto *framed = new QVBoxLayout;
    framed->setContentsMargins(16, 12, 16, 16);
    framed->addWidget(card);
    column->addWidget(m_banner);
    column->addLayout(framed, 1);
    m_tabs->addTab(m_happened, {});
    m_tabs->addTab(m_replay, {});
    m_head->show(m_case.message, pairs);
    m_tabs->setMessage(m_case.message, m_case.attempts);
    m_happened->setMoments([about, pairs] { return momentsOf(about, pairs); });
    m_replay->setCase(m_case);
    retranslate();
    resize(sizeAtStart);
}

QString CaseWindow::origin() const
{
    const QString payloads = m_case.payloadLeftOut ? tr(" Payloads and answers were left out.") : QString();
    return tr("Saved %1 by %2. It is a record: nothing is called and nothing changed.")
               .arg(widgets::formatAbsolute(m_case.savedAt), m_case.savedBy)
        + payloads;
}

/// Larger type wants more.
bool CaseWindow::event(QEvent *event)
{
    const bool isTaken = QDialog::event(event);
    if (event->type() == QEvent::Show || (event->type() == QEvent::LayoutRequest && isVisible()))
        resize(width(), qMax(height(), layout()->totalMinimumHeightForWidth(width())));
    return isTaken;
}

void CaseWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CaseWindow::retranslate()
{
    setWindowTitle(tr("Case %1").arg(m_fileName));
    m_banner->setContent(widgets::Banner::Tone::Info, m_fileName, origin());
    m_head->retranslate();
    m_why->setText(WhySentence::of(m_case.message, m_case.attempts, m_case.savedAt));
    m_tabs->setSequence(diagram::messageSequence(factsOf(m_case)));
    m_tabs->retranslate();
    m_tabs->setTabText(m_tabs->indexOf(m_happened), tr("What Happened"));
    m_tabs->setTabText(m_tabs->indexOf(m_replay), tr("Replay"));
    m_replay->retranslate();
}

} // namespace ui
