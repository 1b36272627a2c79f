// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/viewgroup.h"

#include "ui/settings/settinggroup.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/switch.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Scheme = theme::Theme::Scheme;

enum ViewRow { LanguageRow, SchemeRow, TextSizeRow, DensityRow, TimesRow, MotionRow };

constexpr int languageLetters = 16;
constexpr int sliderHeight = 24; // room for its handle
constexpr int percentMin = 80;
constexpr int percentMax = 200;
constexpr int percentStep = 10;

QString schemeId(Scheme scheme)
{
    switch (scheme) {
    case Scheme::System:
        return u"system"_s;
    case Scheme::Light:
        return u"light"_s;
    case Scheme::Dark:
        return u"dark"_s;
    }
    Q_UNREACHABLE();
}

widgets::Segmented *makeChoice(const theme::Theme &theme, const QString &name, const QStringList &ids)
{
    auto *choice = new widgets::Segmented(theme);
    choice->setObjectName(name);
    for (const QString &id : ids)
        choice->addOption(id, {});
    return choice;
}

} // namespace

ViewGroup::ViewGroup(Settings &settings, const theme::Theme &theme, const QList<LanguageChoice> &languages,
                     QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_group(new SettingGroup)
    , m_language(new QComboBox)
    , m_scheme(makeChoice(theme, u"schemeSetting"_s, {u"system"_s, u"light"_s, u"dark"_s}))
    , m_textSize(new QSlider(Qt::Horizontal))
    , m_percent(new QLabel)
    , m_rows(makeChoice(theme, u"densitySetting"_s, {u"roomy"_s, u"compact"_s}))
    , m_times(makeChoice(theme, u"timesSetting"_s, {u"utc"_s, u"local"_s}))
    , m_reducedMotion(new widgets::Switch(theme, {}))
{
    m_language->setObjectName(u"languageSetting"_s);
    m_language->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_language->setMinimumContentsLength(languageLetters);
    m_reducedMotion->setObjectName(u"reducedMotionSetting"_s);
    for (const LanguageChoice &language : languages)
        m_language->addItem(language.name, language.code);
    QWidget *const controls[] = {m_language, m_scheme, createTextSize(), m_rows, m_times, m_reducedMotion};
    for (QWidget *control : controls)
        m_group->addRow(control);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_group);
    connectControls();
    retranslate();
}

QWidget *ViewGroup::createTextSize()
{
    m_textSize->setObjectName(u"textSizeSetting"_s);
    m_textSize->setRange(percentMin, percentMax);
    m_textSize->setSingleStep(percentStep);
    m_textSize->setPageStep(percentStep);
    m_textSize->setMinimumSize(160, sliderHeight);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_textSize);
    row->addWidget(m_percent);
    return box;
}

void ViewGroup::connectControls()
{
    connect(m_language, &QComboBox::activated, this,
            [this](int index) { m_settings.setLanguage(m_language->itemData(index).toString()); });
    connect(m_scheme, &widgets::Segmented::currentChanged, this, [this](const QString &id) {
        for (const Scheme scheme : {Scheme::System, Scheme::Light, Scheme::Dark}) {
            if (id == schemeId(scheme))
                m_settings.setScheme(scheme);
        }
    });
    connect(m_textSize, &QSlider::valueChanged, this, [this](int percent) {
        const int stepped = (percent + percentStep / 2) / percentStep * percentStep;
        m_settings.setTextScale(stepped / 100.0);
    });
    connect(m_rows, &widgets::Segmented::currentChanged, this,
            [this](const QString &id) { m_settings.setCompactRows(id == "compact"_L1); });
    connect(m_times, &widgets::Segmented::currentChanged, this,
            [this](const QString &id) { m_settings.setLocalTimes(id == "local"_L1); });
    connect(m_reducedMotion, &QAbstractButton::toggled, &m_settings, &Settings::setReducedMotion);
    connect(&m_settings, &Settings::languageChanged, this, &ViewGroup::showValues);
    connect(&m_settings, &Settings::schemeChanged, this, &ViewGroup::showValues);
    connect(&m_settings, &Settings::textScaleChanged, this, &ViewGroup::showValues);
    connect(&m_settings, &Settings::compactRowsChanged, this, &ViewGroup::showValues);
    connect(&m_settings, &Settings::localTimesChanged, this, &ViewGroup::showValues);
    connect(&m_settings, &Settings::reducedMotionChanged, this, &ViewGroup::showValues);
}

void ViewGroup::showValues()
{
    const QSignalBlocker scheme(m_scheme);
    const QSignalBlocker size(m_textSize);
    const QSignalBlocker rows(m_rows);
    const QSignalBlocker times(m_times);
    const QSignalBlocker motion(m_reducedMotion);
    const int percent = qRound(m_settings.textScale() * 100);
    m_language->setCurrentIndex(qMax(0, m_language->findData(m_settings.language())));
    m_scheme->setCurrent(schemeId(m_settings.scheme()));
    m_textSize->setValue(percent);
    m_percent->setText(tr("%1 %", "a text size in percent").arg(percent));
    m_rows->setCurrent(m_settings.compactRows() ? u"compact"_s : u"roomy"_s);
    m_times->setCurrent(m_settings.localTimes() ? u"local"_s : u"utc"_s);
    m_reducedMotion->setChecked(m_settings.reducedMotion());
}

void ViewGroup::retranslate()
{
    m_group->setTitle(tr("Look and language"));
    m_language->setItemText(0, tr("As the system"));
    m_scheme->button(u"system"_s)->setText(tr("System"));
    m_scheme->button(u"light"_s)->setText(tr("Light"));
    m_scheme->button(u"dark"_s)->setText(tr("Dark"));
    m_rows->button(u"roomy"_s)->setText(tr("Roomy"));
    m_rows->button(u"compact"_s)->setText(tr("Compact"));
    m_times->button(u"utc"_s)->setText(u"UTC"_s);
    m_times->button(u"local"_s)->setText(tr("Local"));
    m_textSize->setAccessibleName(tr("Text size"));
    m_group->setRowText(LanguageRow, tr("Language"), tr("Changes at once, everywhere."));
    m_group->setRowText(SchemeRow, tr("Theme"), tr("System follows the desktop."));
    m_group->setRowText(
        TextSizeRow, tr("Text size"),
        tr("80 % to 200 %, also by %1 and %2.").arg(widgets::unbroken(u"Ctrl++"_s), widgets::unbroken(u"Ctrl+−"_s)));
    m_group->setRowText(DensityRow, tr("Rows of tables"), tr("Compact shows an eighth more of them."));
    m_group->setRowText(TimesRow, tr("Times"), tr("Local is this computer's time zone."));
    m_group->setRowText(MotionRow, tr("Reduced motion"), tr("Nothing moves only to please the eye."));
    showValues();
}

} // namespace ui
