// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/filterpopup.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int meaningRole = Qt::UserRole + 1;
constexpr int countRole = Qt::UserRole + 2;
constexpr int side = 12;
constexpr int gap = 10;
constexpr int widthMax = 640;

/// Term in semibold, meaning muted, count at the right.
class HintDelegate final : public QStyledItemDelegate
{
public:
    HintDelegate(const theme::Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = side + termWidth(index) + gap
            + option.fontMetrics.horizontalAdvance(index.data(meaningRole).toString()) + gap + countWidth(index) + side;
        return {width, option.fontMetrics.height() + 10};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const theme::Tokens &tokens = m_theme.tokens();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.select);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(4, 1, -4, -1), 4, 4);
        }
        QRect room = option.rect.adjusted(side, 0, -side, 0);
        painter->setPen(tokens.muted);
        theme::drawDigits(*painter, room, Qt::AlignRight, index.data(countRole).toString());
        room.setRight(room.right() - countWidth(index) - gap);
        painter->setFont(termFont());
        painter->setPen(tokens.text);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        room.setLeft(room.left() + termWidth(index) + gap);
        painter->setFont(m_theme.font());
        painter->setPen(tokens.muted);
        const QString meaning = index.data(meaningRole).toString();
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(meaning, Qt::ElideRight, room.width()));
        painter->restore();
    }

private:
    QFont termFont() const
    {
        QFont font = m_theme.font();
        font.setWeight(QFont::DemiBold);
        return font;
    }
    int termWidth(const QModelIndex &index) const
    {
        return QFontMetrics(termFont()).horizontalAdvance(index.data().toString());
    }
    int countWidth(const QModelIndex &index) const
    {
        return QFontMetrics(m_theme.font()).horizontalAdvance(index.data(countRole).toString());
    }

    const theme::Theme &m_theme;
};

} // namespace

FilterPopup::FilterPopup(const theme::Theme &theme, QLineEdit &edit, QWidget &bar, Known known)
    : QFrame(&edit)
    , m_edit(edit)
    , m_bar(bar)
    , m_known(std::move(known))
    , m_model(new QStandardItemModel(this))
    , m_list(new QListView)
    , m_foot(new QLabel)
{
    setObjectName(u"filterPopup"_s);
    setProperty("popup", true);
    setAutoFillBackground(true);
    m_list->setObjectName(u"filterHints"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HintDelegate(theme, m_list));
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    theme::setTextSize(*m_foot, theme::TextSize::Small);
    theme::setTone(*m_foot, theme::Tone::Muted);
    m_foot->setContentsMargins(side, 2, side, 6);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 5, 1, 1);
    column->setSpacing(2);
    column->addWidget(m_list);
    column->addWidget(m_foot);
    hide();
    edit.installEventFilter(this);
    bar.installEventFilter(this);
    connect(&edit, &QLineEdit::textEdited, this, &FilterPopup::offer);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    retranslate();
}

bool FilterPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_bar) {
        if (isVisible() && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
            place(); // what is wrong with the text came or went
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent *>(event)))
        return true;
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide)
        hide();
    return QFrame::eventFilter(watched, event);
}

/// Whether the key was for the hints.
bool FilterPopup::takeKey(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Space && event.modifiers() == Qt::ControlModifier) {
        offer();
        return true;
    }
    if (!isVisible())
        return false;
    switch (event.key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    case Qt::Key_Tab:
        choose(std::max(0, m_list->currentIndex().row()));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_list->currentIndex().isValid()) {
            hide();
            return false;
        }
        choose(m_list->currentIndex().row());
        return true;
    default:
        return false;
    }
}

void FilterPopup::offer()
{
    m_hints = filterHints(m_edit.text(), m_edit.cursorPosition(), m_known());
    m_model->clear();
    for (const FilterHint &hint : std::as_const(m_hints.hints)) {
        auto *item = new QStandardItem(hint.insert);
        item->setData(hint.meaning, meaningRole);
        item->setData(hint.count ? widgets::formatCount(*hint.count) : QString(), countRole);
        item->setData(u"%1, %2"_s.arg(hint.insert, hint.meaning), Qt::AccessibleTextRole);
        item->setEditable(false);
        m_model->appendRow(item);
    }
    setVisible(!m_hints.hints.isEmpty());
    if (isVisible())
        place();
}

void FilterPopup::step(int rows)
{
    const int count = m_model->rowCount();
    const int current = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : (rows > 0 ? -1 : 0);
    const int row = (current + rows + count) % count;
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void FilterPopup::choose(int row)
{
    const FilterHint hint = m_hints.hints.at(row);
    const auto [text, cursor] = withHint(m_edit.text(), m_hints, hint);
    m_edit.setText(text);
    m_edit.setCursorPosition(int(cursor));
    offer();
    if (!hint.goesOn)
        hide();
}

/// Over the page and below the bar, at the term that is completed.
void FilterPopup::place()
{
    QWidget *page = m_edit.window();
    setParent(page);
    ensurePolished(); // its border is the style sheet's
    const int rowHeight = m_list->sizeHintForRow(0);
    m_list->setFixedHeight(rowHeight * m_model->rowCount());
    layout()->invalidate();
    const QSize least = minimumSizeHint();
    const int wanted = std::max(least.width(), std::min(m_list->sizeHintForColumn(0) + 4, widthMax));
    const QFontMetrics metrics = m_edit.fontMetrics();
    const int behind = metrics.horizontalAdvance(m_edit.text().left(m_hints.start)) + 28; // the icon before the text
    QPoint at = m_edit.mapTo(page, QPoint(std::min(behind, std::max(0, m_edit.width() - wanted)), 0));
    at.setY(m_bar.mapTo(page, QPoint(0, m_bar.height() + 4)).y());
    at.setX(std::clamp(at.x(), 0, std::max(0, page->width() - wanted)));
    resize(wanted, least.height());
    move(at);
    show();
    raise();
}

void FilterPopup::retranslate()
{
    m_list->setAccessibleName(tr("Completions"));
    m_foot->setText(tr("Tab completes · Ctrl+Space shows what fits · the ? beside explains all terms"));
}

} // namespace ui
