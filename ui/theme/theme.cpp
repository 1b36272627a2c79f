// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/focusring.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QRegularExpression>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace theme {
namespace {

constexpr double monoFactor = 11.5 / 13.0;
constexpr double presentingFactor = 1.35;

/// Inter if it is installed, else the system's own family; then families that know Chinese.
QFont preferredFont(const QFont &system)
{
    QStringList families;
    if (QFontDatabase::hasFamily(u"Inter"_s))
        families << u"Inter"_s;
    families << system.families() << system.family();
    for (const QString &family : {u"Noto Sans CJK SC"_s, u"WenQuanYi Zen Hei"_s, u"WenQuanYi Micro Hei"_s}) {
        if (QFontDatabase::hasFamily(family))
            families << family;
    }
    families.removeDuplicates();
    QFont font = system;
    font.setFamilies(families);
    return font;
}

QString readSheet()
{
    QFile file(u":/theme/checkback.qss"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "theme", "the style sheet is compiled into the program");
    return QString::fromUtf8(file.readAll());
}

/// Puts the values in place of each @name.
QString fillIn(const QString &sheet, const QHash<QString, QString> &values)
{
    static const QRegularExpression reference(u"@([A-Za-z]+)"_s);
    QString result;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &match : reference.globalMatch(sheet)) {
        const QString name = match.captured(1);
        Q_ASSERT_X(values.contains(name), "theme", qPrintable(name));
        result += sheet.sliced(done, match.capturedStart() - done) + values.value(name);
        done = match.capturedEnd();
    }
    return result + sheet.sliced(done);
}

} // namespace

Theme::Theme(QApplication &application)
    : m_application(application)
    , m_tokens(std::make_shared<Tokens>(lightTokens()))
    , m_focusRing(std::make_unique<FocusRing>(application))
    , m_systemFont(preferredFont(application.font()))
{
    application.setStyle(new Style(m_tokens)); // the application owns its style
    application.installEventFilter(this);
    m_dark = wantsDark();
    apply();
}

Theme::~Theme() = default;

void Theme::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    const bool dark = wantsDark();
    if (dark == m_dark)
        return;
    m_dark = dark;
    apply();
    emit changed();
}

void Theme::setTextScale(double factor)
{
    const double bounded = qBound(0.8, factor, 2.0);
    if (qFuzzyCompare(bounded, m_textScale))
        return;
    m_textScale = bounded;
    apply();
    emit changed();
}

void Theme::setCompactRows(bool compact)
{
    if (std::exchange(m_compactRows, compact) != compact)
        emit changed();
}

void Theme::setReducedMotion(bool reduced)
{
    if (std::exchange(m_reducedMotion, reduced) == reduced)
        return;
    m_application.setEffectEnabled(Qt::UI_AnimateMenu, !reduced);
    m_application.setEffectEnabled(Qt::UI_AnimateCombo, !reduced);
    m_application.setEffectEnabled(Qt::UI_AnimateTooltip, !reduced);
    emit changed();
}

void Theme::setPresenting(bool presenting)
{
    if (std::exchange(m_presenting, presenting) == presenting)
        return;
    apply();
    emit changed();
}

double Theme::scale() const
{
    return m_presenting ? m_textScale * presentingFactor : m_textScale;
}

QFont Theme::font(TextSize size) const
{
    QFont font = m_systemFont;
    font.setPointSizeF(m_systemFont.pointSizeF() * textFactor(size) * scale());
    font.setWeight(isSemibold(size) ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont Theme::mono() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(m_systemFont.pointSizeF() * monoFactor * scale());
    return font;
}

QIcon Theme::icon(const QString &name, ColorOf color) const
{
    return makeIcon(name, m_tokens, std::move(color));
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop switched between light and dark; Qt 6.4 tells it by no signal.
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && m_scheme == Scheme::System && !m_applying)
        setScheme(Scheme::System);
    return QObject::eventFilter(watched, event);
}

bool Theme::wantsDark()
{
    if (m_scheme != Scheme::System)
        return m_scheme == Scheme::Dark;
    const QScopedValueRollback applying(m_applying, true);
    m_application.setPalette(QPalette()); // back to the system's for a look at it
    const QPalette system = QApplication::palette();
    const bool dark = system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    m_application.setPalette(makePalette(*m_tokens));
    return dark;
}

void Theme::apply()
{
    const QScopedValueRollback applying(m_applying, true);
    *m_tokens = m_dark ? darkTokens() : lightTokens();
    m_application.setPalette(makePalette(*m_tokens));
    m_application.setFont(font());
    m_application.setStyleSheet(fillIn(readSheet(), sheetValues()));
    m_focusRing->refresh();
}

/// What a @name in the style sheet stands for: a token's colour, a text size in points as sizeHint, a least height.
QHash<QString, QString> Theme::sheetValues() const
{
    QHash<QString, QString> values;
    for (const NamedColor &entry : namedColors(*m_tokens))
        values.insert(entry.name, entry.color.name());
    for (int i = 0; i < textSizeCount; ++i) {
        const auto size = static_cast<TextSize>(i);
        const QString name = textSizeName(size);
        values.insert(u"size"_s + name.at(0).toUpper() + name.sliced(1),
                      QString::number(font(size).pointSizeF(), 'f', 2) + u"pt"_s);
    }
    // 32 px with paddings and border, 28 for small ones; more where the type needs it.
    const auto height = [&values](const QString &name, int usual, const QFont &font) {
        values.insert(name, QString::number(qMax(usual, QFontMetrics(font).height() + 2)) + u"px"_s);
    };
    height(u"heightButton"_s, 18, font());
    height(u"heightInput"_s, 20, font());
    height(u"heightSmall"_s, 16, font(TextSize::Small));
    return values;
}

} // namespace theme
