// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guidepage.h"

#include "ui/guide/guidetext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchbox.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTextBlock>
#include <QTextTable>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gap = 16;
constexpr int contentsShare = 26; // of the width, in percent
constexpr int textMargin = 24;
constexpr int cellPadding = 8;
constexpr int rowHeight = 28;
constexpr int linesPerHundred = 135; // the height of a line, in percent
constexpr int nameRole = Qt::UserRole;
constexpr int headingRole = Qt::UserRole + 1;

/// Rows as high as those of a table.
class ContentsDelegate final : public QStyledItemDelegate
{
public:
    ContentsDelegate(const theme::Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), qMax(m_theme.rowHeight(rowHeight), size.height())};
    }

private:
    const theme::Theme &m_theme;
};

QDir guideFolder()
{
    return QDir(u":/guide"_s);
}

QString languageNow()
{
    return QLocale().name();
}

/// A picture that the language has none of is there in English.
QStringList pictureFolders()
{
    return {guideFolder().filePath(languageNow()), guideFolder().path()};
}

/// The headings below the title.
QStringList headingsOf(const QTextDocument &document)
{
    QStringList headings;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 2)
            headings << block.text();
    }
    return headings;
}

void spaceLines(QTextDocument &document)
{
    QTextCursor all(&document);
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(linesPerHundred, QTextBlockFormat::ProportionalHeight);
    all.mergeBlockFormat(format);
}

/// One cell in the looks that the tables of the console have: a line below, and the head on a band.
void dressCell(QTextTableCell cell, const theme::Tokens &tokens)
{
    const bool isHead = cell.row() == 0;
    QTextTableCellFormat format = cell.format().toTableCellFormat();
    format.setLeftPadding(cellPadding);
    format.setRightPadding(2 * cellPadding);
    format.setTopPadding(cellPadding / 2);
    format.setBottomPadding(cellPadding / 2);
    format.setBottomBorder(1);
    format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBottomBorderBrush(isHead ? tokens.border : tokens.grid);
    if (isHead)
        format.setBackground(tokens.sunken);
    cell.setFormat(format);
}

void dressTables(const QTextDocument &document, const theme::Tokens &tokens)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(0);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(0);
        format.setTopMargin(cellPadding);
        format.setBottomMargin(cellPadding);
        table->setFormat(format);
        for (int row = 0; row < table->rows(); ++row) {
            for (int column = 0; column < table->columns(); ++column)
                dressCell(table->cellAt(row, column), tokens);
        }
    }
}

} // namespace

GuidePage::GuidePage(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_book(guideFolder(), languageNow())
    , m_search(new widgets::SearchBox(theme, {}))
    , m_contents(new QTreeWidget)
    , m_nothing(new widgets::EmptyState(theme))
    , m_faces(new QStackedWidget)
    , m_text(new GuideText(theme))
    , m_contentsCard(new widgets::Card)
    , m_textCard(new widgets::Card)
{
    setObjectName(u"guidePage"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(gap);
    row->addWidget(createContents(), contentsShare);
    row->addWidget(createText(), 100 - contentsShare);
    connect(m_search, &QLineEdit::textChanged, this, &GuidePage::fillContents);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, &GuidePage::openItem);
    connect(m_nothing, &widgets::EmptyState::actionRequested, m_search, &QLineEdit::clear);
    connect(m_text, &GuideText::anchorClicked, this, &GuidePage::follow);
    const auto showAnew = [this] {
        const int at = m_text->verticalScrollBar()->value();
        showText();
        m_text->verticalScrollBar()->setValue(at);
    };
    // Later: the text is being laid out for its new width, or the page is going away.
    connect(m_text, &GuideText::widthChanged, this, showAnew, Qt::QueuedConnection);
    connect(&m_theme, &theme::Theme::changed, this, &GuidePage::showText);
    retranslate();
}

QWidget *GuidePage::createContents()
{
    m_search->setObjectName(u"guideSearch"_s);
    m_contents->setObjectName(u"guideContents"_s);
    m_contents->setHeaderHidden(true);
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setIndentation(18);
    m_contents->setItemDelegate(new ContentsDelegate(m_theme, m_contents));
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_contents->setTextElideMode(Qt::ElideRight);
    m_faces->addWidget(m_contents);
    m_faces->addWidget(m_nothing);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(gap, 0, gap, gap / 2);
    searchRow->addWidget(m_search);
    m_contentsCard->body()->addLayout(searchRow);
    m_contentsCard->body()->addWidget(m_faces, 1);
    m_contentsCard->setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    return m_contentsCard;
}

QWidget *GuidePage::createText()
{
    m_text->setObjectName(u"guideText"_s);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(textMargin);
    m_textCard->body()->addWidget(m_text);
    return m_textCard;
}

void GuidePage::refresh()
{
    m_book = GuideBook(guideFolder(), languageNow());
    m_text->setFolders(pictureFolders());
    fillContents();
    showText();
}

/// Pages that have what is searched for, each with its headings.
void GuidePage::fillContents()
{
    const QSignalBlocker quiet(m_contents);
    m_contents->clear();
    for (const GuidePageText &page : m_book.pagesWith(m_search->text().trimmed())) {
        auto *item = new QTreeWidgetItem(m_contents, {page.title});
        item->setData(0, nameRole, page.name);
        QTextDocument document;
        document.setMarkdown(page.markdown);
        for (const QString &heading : headingsOf(document)) {
            auto *child = new QTreeWidgetItem(item, {heading});
            child->setData(0, nameRole, page.name);
            child->setData(0, headingRole, heading);
        }
        item->setExpanded(page.name == m_current);
        if (page.name == m_current)
            m_contents->setCurrentItem(item);
    }
    m_faces->setCurrentIndex(m_contents->topLevelItemCount() > 0 ? 0 : 1);
    m_nothing->showFilteredOut(m_book.pages().size());
    const bool isShown = m_contents->currentItem() != nullptr;
    if (!isShown && m_contents->topLevelItemCount() > 0)
        showPage(m_contents->topLevelItem(0)->data(0, nameRole).toString());
    markHits();
}

void GuidePage::openItem()
{
    const QTreeWidgetItem *item = m_contents->currentItem();
    if (!item)
        return;
    const QString name = item->data(0, nameRole).toString();
    if (name != m_current) {
        m_current = name;
        showText();
    }
    goToHeading(item->data(0, headingRole).toString());
}

void GuidePage::showPage(const QString &name)
{
    if (!m_book.find(name))
        return;
    m_current = name;
    const QSignalBlocker quiet(m_contents);
    for (int row = 0; row < m_contents->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_contents->topLevelItem(row);
        const bool isOurs = item->data(0, nameRole).toString() == name;
        item->setExpanded(isOurs);
        if (isOurs)
            m_contents->setCurrentItem(item);
    }
    showText();
}

void GuidePage::showText()
{
    const GuidePageText *page = m_book.find(m_current);
    if (!page)
        return;
    m_text->document()->setDefaultFont(m_theme.font());
    m_text->setMarkdown(page->markdown);
    spaceLines(*m_text->document());
    dressTables(*m_text->document(), m_theme.tokens());
    m_text->moveCursor(QTextCursor::Start);
    markHits();
    emit statusTextChanged(page->title);
}

/// Every place of what is searched for; the first is brought into view.
void GuidePage::markHits()
{
    QList<QTextEdit::ExtraSelection> hits;
    const QString wanted = m_search->text().trimmed();
    QTextCursor hit(m_text->document());
    while (!wanted.isEmpty() && !(hit = m_text->document()->find(wanted, hit)).isNull()) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = hit;
        selection.format.setBackground(m_theme.tokens().changed);
        hits.append(selection);
    }
    if (!hits.isEmpty()) {
        QTextCursor first = hits.constFirst().cursor;
        first.clearSelection();
        m_text->setTextCursor(first);
        m_text->ensureCursorVisible();
    }
    m_text->setExtraSelections(hits);
}

void GuidePage::goToHeading(const QString &heading)
{
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (heading.isEmpty() || block.blockFormat().headingLevel() == 0 || block.text() != heading)
            continue;
        m_text->moveCursor(QTextCursor::End); // so that the heading comes to the top
        m_text->setTextCursor(QTextCursor(block));
        return m_text->ensureCursorVisible();
    }
    if (heading.isEmpty())
        m_text->moveCursor(QTextCursor::Start);
}

/// A link to another page stays in the guide; others go to the desktop.
void GuidePage::follow(const QUrl &link)
{
    if (link.path().endsWith(".md"_L1))
        return showPage(QFileInfo(link.path()).completeBaseName());
    if (link.scheme().startsWith("http"_L1))
        QDesktopServices::openUrl(link);
}

void GuidePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GuidePage::retranslate()
{
    m_contentsCard->setTitle(tr("Guide"));
    m_search->setPlaceholderText(tr("Search the guide"));
    m_search->setAccessibleName(tr("Search the guide"));
    m_contents->setAccessibleName(tr("Pages of the guide"));
    m_text->setAccessibleName(tr("Text of the guide"));
    refresh();
}

} // namespace ui
