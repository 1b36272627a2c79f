// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/attemptspane.h"

#include "ui/messages/attemptsmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/visibletext.h"

#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using Column = AttemptsModel::Column;

AttemptsPane::AttemptsPane(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_table(new QTableView)
    , m_model(new AttemptsModel(this))
    , m_answerBox(new QWidget)
    , m_answerTitle(new QLabel)
    , m_answer(new QPlainTextEdit)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    createTable();
    createAnswer();
    column->addWidget(m_table, 1);
    column->addWidget(m_answerBox);
    setFocusProxy(m_table);
    connect(&theme, &theme::Theme::changed, this, &AttemptsPane::setWidths);
    retranslate();
}

void AttemptsPane::createTable()
{
    m_table->setObjectName(u"attempts"_s);
    widgets::setUpTable(*m_table, m_theme);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(int(Column::Verdict), new widgets::StateChipDelegate(m_theme, m_table));
    auto *mono = new widgets::GidDelegate(m_theme, m_table); // what has eight characters or fewer it shows whole
    m_table->setItemDelegateForColumn(int(Column::Branch), mono);
    m_table->setItemDelegateForColumn(int(Column::Http), mono);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AttemptsPane::tellCurrent);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit activated(m_model->subject(index.row())); });
}

void AttemptsPane::createAnswer()
{
    auto *column = new QVBoxLayout(m_answerBox);
    column->setContentsMargins(16, 8, 16, 16);
    column->setSpacing(4);
    theme::setTextSize(*m_answerTitle, theme::TextSize::Small);
    theme::setTone(*m_answerTitle, theme::Tone::Muted);
    m_answer->setObjectName(u"rawAnswer"_s);
    m_answer->setReadOnly(true);
    m_answer->setTabChangesFocus(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const auto useMono = [this] {
        m_answer->setFont(m_theme.mono());
        m_answer->setFixedHeight(m_answer->fontMetrics().lineSpacing() * 6 + 12);
    };
    connect(&m_theme, &theme::Theme::changed, this, useMono);
    useMono();
    column->addWidget(m_answerTitle);
    column->addWidget(m_answer);
    m_answerBox->hide();
}

void AttemptsPane::setWidths()
{
    constexpr int chipExtra = 24; // icon and paddings of a chip
    QStringList verdicts;
    for (const auto verdict : {theme::Verdict::Success, theme::Verdict::Failure, theme::Verdict::Ongoing,
                               theme::Verdict::Unknown, theme::Verdict::TimedOut})
        verdicts << widgets::verdictWord(verdict);
    widgets::fitColumn(*m_table, int(Column::Number), {u"00"_s});
    widgets::fitColumn(*m_table, int(Column::Time), {u"00:00:00"_s});
    widgets::fitColumn(*m_table, int(Column::Branch), {u"00"_s});
    widgets::fitColumn(*m_table, int(Column::Verdict), verdicts);
    m_table->setColumnWidth(int(Column::Verdict), m_table->columnWidth(int(Column::Verdict)) + chipExtra);
    widgets::fitColumn(*m_table, int(Column::Http), {u"000"_s});
    widgets::fitColumn(*m_table, int(Column::Latency), {widgets::formatDuration(core::Millis(999))});
}

void AttemptsPane::show(const core::message::Message &message, const QList<core::message::Attempt> &attempts)
{
    m_model->show(message, attempts);
    setCurrentSubject(m_subject);
}

void AttemptsPane::setCurrentSubject(const QByteArray &subject)
{
    const int row = m_model->rowOfSubject(subject);
    m_subject = row < 0 ? QByteArray() : subject;
    m_selecting = true;
    row < 0 ? m_table->clearSelection() : m_table->selectRow(row);
    m_selecting = false;
    showAnswer();
}

void AttemptsPane::tellCurrent()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (m_selecting || rows.isEmpty())
        return;
    m_subject = m_model->subject(rows.first().row());
    showAnswer();
    emit currentChanged(m_subject);
}

void AttemptsPane::showAnswer()
{
    const core::message::Attempt *attempt = m_model->attempt(m_model->rowOfSubject(m_subject));
    m_answerBox->setVisible(attempt != nullptr);
    if (!attempt)
        return;
    const QByteArray &answer = attempt->answerExcerpt;
    const QString title = answer.isEmpty()
        ? tr("Call %1: the answer has no body").arg(attempt->number)
        //: %n: bytes that were kept of an answer
        : tr("Call %1, answered with %n byte(s) that were kept", nullptr, int(answer.size())).arg(attempt->number);
    m_answerTitle->setText(title);
    m_answer->setAccessibleName(title);
    m_answer->setVisible(!answer.isEmpty());
    if (const QString text = widgets::visibleText(QString::fromUtf8(answer)); text != m_answer->toPlainText())
        m_answer->setPlainText(text);
}

int AttemptsPane::count() const
{
    return m_model->rowCount();
}

void AttemptsPane::retranslate()
{
    m_table->setAccessibleName(tr("Calls of the message"));
    m_model->retranslate();
    setWidths();
    showAnswer();
}

} // namespace ui
