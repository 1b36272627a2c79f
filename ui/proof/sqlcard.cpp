// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/sqlcard.h"

#include "ui/proof/proofwords.h"
#include "ui/proof/sqlhighlighter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formatting.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gidRole = Qt::UserRole;
constexpr int offenceLinesMax = 5; ///< higher, the list scrolls
constexpr std::chrono::milliseconds copiedShown{1500};

/// A new line before each clause.
QString inLines(QString statement)
{
    for (const QLatin1String clause :
         {" FROM "_L1, " WHERE "_L1, " GROUP BY "_L1, " HAVING "_L1, " ORDER BY "_L1, " LIMIT "_L1, " LEFT JOIN "_L1})
        statement.replace(clause, u"\n "_s + clause.trimmed() + u' ');
    return statement;
}

} // namespace

QString sqlText(const QList<ProofSql> &sql, const QStringList &bankNames)
{
    QString text;
    int bank = -1;
    for (const ProofSql &one : sql) {
        if (std::exchange(bank, one.bank) != one.bank)
            text += (text.isEmpty() ? QString() : u"\n"_s) + u"-- "_s + bankNames.value(one.bank) + u'\n';
        text += inLines(one.statement) + u";\n"_s;
    }
    return text;
}

SqlCard::SqlCard(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_card(new widgets::Card)
    , m_copy(new widgets::IconButton(theme, u"copy"_s, {}))
    , m_offences(new QListWidget)
    , m_sql(new QPlainTextEdit)
    , m_foot(new QLabel)
{
    m_copy->setObjectName(u"copySql"_s);
    m_copy->setFlat(true);
    m_card->addHeaderWidget(m_copy);
    m_offences->setObjectName(u"offences"_s);
    m_offences->setFrameShape(QFrame::NoFrame);
    m_offences->setWordWrap(true);
    m_offences->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sql->setObjectName(u"sql"_s);
    m_sql->setReadOnly(true);
    m_sql->setTabChangesFocus(true);
    m_sql->setFont(theme.mono());
    new SqlHighlighter(theme, m_sql->document());
    connect(&theme, &theme::Theme::changed, m_sql, [this, &theme] { m_sql->setFont(theme.mono()); });
    theme::setTextSize(*m_foot, theme::TextSize::Small);
    theme::setTone(*m_foot, theme::Tone::Muted);
    m_card->body()->setContentsMargins(16, 0, 16, 12);
    m_card->body()->setSpacing(8);
    m_card->body()->addWidget(m_offences);
    m_card->body()->addWidget(m_sql, 1);
    m_card->body()->addWidget(m_foot);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_card);
    const auto open = [this](const QListWidgetItem *item) {
        if (const QByteArray gid = item->data(gidRole).toByteArray(); !gid.isEmpty())
            emit openMessage(gid);
    };
    connect(m_offences, &QListWidget::itemClicked, this, open);
    connect(m_offences, &QListWidget::itemActivated, this, open);
    connect(m_copy, &QAbstractButton::clicked, this, &SqlCard::copy);
    show(nullptr, nullptr);
}

void SqlCard::copy()
{
    QGuiApplication::clipboard()->setText(m_sql->toPlainText());
    m_copy->setIconName(u"check"_s);
    QTimer::singleShot(copiedShown, m_copy, [this] { m_copy->setIconName(u"copy"_s); });
}

void SqlCard::show(const InvariantFinding *finding, const ProofReport *report)
{
    const QString text = finding ? shownSql(sqlText(finding->sql, report->bankNames)) : QString();
    if (text != m_sql->toPlainText())
        m_sql->setPlainText(text);
    m_copy->setEnabled(!text.isEmpty());
    if (!finding) {
        m_shown.clear();
        m_offences->clear();
        m_offences->hide();
        return m_foot->clear();
    }
    showOffences(*finding, *report);
    //: how many rows of the banks a check has read · the isolation of its transactions · how long this took
    m_foot->setText(tr("%1 rows read · repeatable read · %2")
                        .arg(widgets::formatCount(report->rowsRead), widgets::formatDuration(finding->took)));
}

/// The list stays as it is while it says the same, with what is chosen in it.
void SqlCard::showOffences(const InvariantFinding &finding, const ProofReport &report)
{
    m_offences->setVisible(!finding.offences.isEmpty());
    if (std::exchange(m_shown, finding.offences) == finding.offences)
        return;
    m_offences->clear();
    for (const Offence &offence : finding.offences) {
        auto *item = new QListWidgetItem(offenceText(offence, report.bankNames), m_offences);
        const bool isAboutMessage = !offence.gid.isEmpty() && offence.kind != Offence::Kind::RowWithoutMessage;
        item->setData(gidRole, isAboutMessage ? offence.gid : QByteArray());
        item->setToolTip(isAboutMessage ? tr("Open message %1").arg(widgets::shownGid(QString::fromLatin1(offence.gid)))
                                        : widgets::shownGid(QString::fromLatin1(offence.gid)));
        item->setForeground(palette().color(isAboutMessage ? QPalette::Link : QPalette::Text));
    }
    const int lines = int(std::min<qsizetype>(finding.offences.size() * 2, offenceLinesMax));
    m_offences->setFixedHeight(lines * (m_offences->fontMetrics().lineSpacing() + 6));
}

void SqlCard::retranslate()
{
    m_card->setTitle(tr("SQL used"));
    m_card->setSubtitle(tr("one snapshot per bank"));
    m_copy->setToolTip(tr("Copy the SQL"));
    m_copy->setAccessibleName(tr("Copy the SQL"));
    m_sql->setAccessibleName(tr("SQL used"));
    m_offences->setAccessibleName(tr("What is wrong; Enter opens the message"));
    m_shown.clear();
}

} // namespace ui
