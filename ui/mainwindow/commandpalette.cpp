// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/commandpalette.h"

#include "ui/mainwindow/commanddelegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tablesetup.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int rowsMax = 11;
constexpr int frame = 5;
constexpr int widthMin = 620;
constexpr double radius = 6;

/// The focus came because somebody wanted the field.
bool isWanted(Qt::FocusReason reason)
{
    return reason == Qt::ShortcutFocusReason || reason == Qt::MouseFocusReason;
}

} // namespace

CommandPalette::CommandPalette(const theme::Theme &theme, QLineEdit &field,
                               std::function<QList<ActionSection>()> sections)
    : QFrame(field.window())
    , m_theme(theme)
    , m_field(field)
    , m_sections(std::move(sections))
    , m_model(new CommandModel(this))
    , m_list(new QListView)
{
    setObjectName(u"palette"_s);
    setAutoFillBackground(false);
    m_list->setObjectName(u"commands"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(theme, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    new widgets::RowHover(*m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(frame, frame, frame, frame);
    column->addWidget(m_list);
    hide();
    m_field.installEventFilter(this);
    m_field.window()->installEventFilter(this);
    connect(&m_field, &QLineEdit::textEdited, this, &CommandPalette::narrow);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now == &m_field && before != &m_field)
            m_before = before;
    });
}

void CommandPalette::open()
{
    narrow();
    show();
    raise();
}

void CommandPalette::narrow()
{
    m_list->setAccessibleName(tr("Actions and pages"));
    m_model->show(m_sections(), m_field.text());
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    place();
    setVisible(m_field.hasFocus());
}

void CommandPalette::place()
{
    const QWidget *window = m_field.window();
    const int width = qMin(qMax(widthMin, m_field.width()), window->width() - 2 * frame);
    const QPoint below = m_field.mapTo(window, QPoint((m_field.width() - width) / 2, m_field.height() + 3));
    const int rows = qBound(1, m_model->rowCount(), rowsMax);
    const int height = rows * qMax(1, m_list->sizeHintForRow(0)) + 2 * frame;
    setGeometry(qBound(frame, below.x(), window->width() - width - frame), below.y(), width, height);
}

void CommandPalette::dismiss()
{
    if (isVisible())
        close(true);
}

void CommandPalette::close(bool goBack)
{
    hide();
    m_field.clear();
    if (goBack && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    else if (goBack)
        m_field.clearFocus();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_field) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusIn && isWanted(static_cast<QFocusEvent *>(event)->reason()))
        open();
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason)
        hide();
    if (event->type() == QEvent::KeyPress && isVisible())
        return takeKey(static_cast<QKeyEvent *>(event)->key());
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down)
        return open(), true;
    return QFrame::eventFilter(watched, event);
}

/// Keys that the list takes while the field has the focus; whether this one was.
bool CommandPalette::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        return step(1), true;
    case Qt::Key_Up:
        return step(-1), true;
    case Qt::Key_PageDown:
        return step(rowsMax), true;
    case Qt::Key_PageUp:
        return step(-rowsMax), true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(m_list->currentIndex()), true;
    case Qt::Key_Escape:
        return close(true), true;
    default:
        return false;
    }
}

void CommandPalette::step(int rows)
{
    const int last = m_model->rowCount() - 1;
    const int wanted = qBound(0, m_list->currentIndex().row() + rows, last);
    m_list->setCurrentIndex(m_model->index(wanted));
    m_field.setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

/// What cannot be done stays in view with its reason.
void CommandPalette::choose(const QModelIndex &index)
{
    const QString typed = m_field.text().trimmed();
    if (!index.isValid() || m_model->isSearch(index)) {
        close(false);
        return emit searchRequested(typed);
    }
    QAction *action = m_model->action(index);
    if (!action || !action->isEnabled())
        return;
    close(true);
    action->trigger();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.tokens().edge);
    painter.setBrush(m_theme.tokens().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace ui
