// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/sequencepanel.h"

#include "ui/diagram/sequenceexport.h"
#include "ui/diagram/sequenceview.h"
#include "ui/diagram/stepsmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/noticeline.h"
#include "ui/widgets/tablesetup.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace diagram {

SequencePanel::SequencePanel(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_faces(new QStackedWidget)
    , m_view(new SequenceView(theme))
    , m_table(new QTableView)
    , m_model(new StepsModel(this))
    , m_key(new widgets::ElidedLabel)
    , m_notice(new widgets::NoticeLine(theme))
    , m_follow(new QAction(this))
    , m_asTable(new QAction(this))
    , m_saveSvg(new QAction(this))
    , m_savePng(new QAction(this))
    , m_copyImage(new QAction(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_faces, 1);
    column->addWidget(m_key);
    column->addWidget(m_notice);
    m_faces->addWidget(m_view);
    m_faces->addWidget(m_table);
    m_view->setObjectName(u"sequence"_s);
    m_key->setContentsMargins(16, 6, 16, 8);
    theme::setTextSize(*m_key, theme::TextSize::Hint);
    theme::setTone(*m_key, theme::Tone::Muted);
    createTable();
    createActions();
    connect(m_view, &SequenceView::currentChanged, this, [this](const QByteArray &id) {
        selectRow(id);
        emit currentChanged(id);
    });
    connect(m_view, &SequenceView::activated, this, &SequencePanel::activated);
    connect(&theme, &theme::Theme::changed, this, &SequencePanel::setWidths);
    setFocusProxy(m_view);
    retranslate();
}

void SequencePanel::setTop(QWidget *bar)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, bar, 0, Qt::AlignRight);
}

void SequencePanel::createTable()
{
    m_table->setObjectName(u"sequenceTable"_s);
    widgets::setUpTable(*m_table, m_theme, 28);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SequencePanel::chooseFromTable);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit activated(idAt(index.row())); });
}

void SequencePanel::createActions()
{
    m_follow->setObjectName(u"followSequence"_s);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_asTable->setObjectName(u"sequenceAsTable"_s);
    m_asTable->setCheckable(true);
    m_asTable->setIcon(m_theme.icon(u"table"_s));
    m_saveSvg->setObjectName(u"saveSequenceSvg"_s);
    m_saveSvg->setIcon(m_theme.icon(u"download"_s));
    m_savePng->setObjectName(u"saveSequencePng"_s);
    m_savePng->setIcon(m_theme.icon(u"download"_s));
    m_copyImage->setObjectName(u"copySequence"_s);
    m_copyImage->setIcon(m_theme.icon(u"copy"_s));
    m_copyImage->setShortcut(QKeySequence::Copy);
    m_copyImage->setShortcutContext(Qt::WidgetShortcut);
    m_view->addActions({m_copyImage, m_saveSvg, m_savePng});
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_follow, &QAction::toggled, m_view, &SequenceView::setFollowing);
    connect(m_asTable, &QAction::toggled, this, &SequencePanel::showTable);
    connect(m_saveSvg, &QAction::triggered, this, [this] { ask(u"svg"_s); });
    connect(m_savePng, &QAction::triggered, this, [this] { ask(u"png"_s); });
    connect(m_copyImage, &QAction::triggered, this, &SequencePanel::copy);
}

void SequencePanel::setWidths()
{
    using Column = StepsModel::Column;
    const auto heads = SequenceWords::heads();
    QStringList names;
    for (const Head &head : heads)
        names << head.title << u"Bank A"_s;
    widgets::fitColumn(*m_table, int(Column::Time), {u"000.000"_s});
    widgets::fitColumn(*m_table, int(Column::From), names);
    widgets::fitColumn(*m_table, int(Column::To), names);
    widgets::fitColumn(*m_table, int(Column::Event), {u"SagaBTransIn · try 2 …"_s});
}

void SequencePanel::setSequence(const Sequence &sequence)
{
    m_view->setSequence(sequence);
    m_model->setSequence(sequence);
    selectRow(m_view->current());
}

void SequencePanel::setCurrent(const QByteArray &id)
{
    m_view->setCurrent(id);
    selectRow(id);
}

void SequencePanel::setCurrentSubject(const QByteArray &subject)
{
    if (!subject.isEmpty() && currentSubject() == subject)
        return;
    const Sequence &sequence = m_view->sequence();
    const int index = sequence.indexOfSubject(subject);
    setCurrent(index < 0 ? QByteArray() : sequence.steps.at(index).id);
}

QByteArray SequencePanel::current() const
{
    return m_view->current();
}

QByteArray SequencePanel::currentSubject() const
{
    const Sequence &sequence = m_view->sequence();
    return sequence.steps.value(sequence.indexOf(current())).subject;
}

QByteArray SequencePanel::idAt(int row) const
{
    return m_model->sequence().steps.value(row).id;
}

void SequencePanel::selectRow(const QByteArray &id)
{
    const int row = m_model->sequence().indexOf(id);
    m_selecting = true;
    row < 0 ? m_table->clearSelection() : m_table->selectRow(row);
    m_selecting = false;
}

void SequencePanel::chooseFromTable()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (m_selecting || rows.isEmpty())
        return;
    const QByteArray id = idAt(rows.first().row());
    m_view->setCurrent(id);
    emit currentChanged(id);
}

void SequencePanel::showTable(bool on)
{
    QWidget *shown = on ? static_cast<QWidget *>(m_table) : m_view;
    const bool hadFocus = m_faces->currentWidget()->hasFocus();
    m_faces->setCurrentWidget(shown);
    m_key->setVisible(!on);
    setFocusProxy(shown);
    if (hadFocus)
        shown->setFocus();
}

void SequencePanel::ask(const QString &ending)
{
    const QString proposal = QDir::home().filePath(u"%1.%2"_s.arg(m_fileName, ending));
    //: in a file dialog; %1: ending of the files
    const QString kinds = tr("Pictures (*.%1)").arg(ending);
    QString path = QFileDialog::getSaveFileName(this, tr("Save the Diagram"), proposal, kinds);
    if (path.isEmpty())
        return;
    if (!path.endsWith(u'.' + ending, Qt::CaseInsensitive))
        path += u'.' + ending;
    save(path);
}

void SequencePanel::save(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    const core::Status saved = saveSequence(m_theme, m_view->sequence(), path);
    if (saved.ok())
        m_notice->notify(widgets::Banner::Tone::Good, tr("Saved as %1").arg(shown));
    else
        m_notice->notify(widgets::Banner::Tone::Bad,
                         //: %1: a file; %2: why
                         tr("%1 could not be written: %2").arg(shown, saved.error().detail));
}

void SequencePanel::copy()
{
    QGuiApplication::clipboard()->setImage(sequenceImage(m_theme, m_view->sequence()));
    m_notice->notify(widgets::Banner::Tone::Good, tr("The diagram is on the clipboard as a picture."));
}

void SequencePanel::retranslate()
{
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Scrolls to what is added at the end."));
    m_asTable->setText(tr("As Table"));
    m_asTable->setToolTip(tr("The same steps as a table."));
    m_saveSvg->setText(tr("Save as SVG…"));
    m_savePng->setText(tr("Save as PNG…"));
    m_copyImage->setText(tr("Copy as Picture"));
    m_view->setAccessibleName(tr("Sequence diagram"));
    m_view->setAccessibleDescription(
        tr("Steps from top to bottom; arrow keys go through them, Enter opens one. The same is there as a table."));
    m_table->setAccessibleName(tr("Steps of the sequence"));
    //: the key of the diagram, in one line
    m_key->setText(
        tr("solid: call · dashed: answer · dotted: awaited · bar on TM: state · slanted break: time left out"));
    m_model->retranslate();
    setWidths();
}

} // namespace diagram
