// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/statestyle.h"
#include "ui/theme/textsize.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QHash>
#include <QObject>

class QApplication;

namespace theme {

class FocusRing;

/// Holds the tokens in force and applies them to the application: palette, style, style sheet, font.
/// Whatever paints by itself takes a Theme by reference and repaints on changed(). UI thread only; outlives all
/// widgets.
class Theme final : public QObject
{
    Q_OBJECT
public:
    enum class Scheme { System, Light, Dark };
    Q_ENUM(Scheme)

    /// Applies the scheme of the system at once.
    explicit Theme(QApplication &application);
    ~Theme() override;

    const Tokens &tokens() const { return *m_tokens; }
    Scheme scheme() const { return m_scheme; }
    bool isDark() const { return m_dark; }
    void setScheme(Scheme scheme);

    /// Factor on all text, 0.8 to 2.0; others are bounded to it.
    double textScale() const { return m_textScale; }
    void setTextScale(double factor);

    /// Rows of tables are lower by an eighth.
    void setCompactRows(bool compact);
    /// The height of a row that is so high (in pixels) in a roomy table.
    int rowHeight(int roomy) const { return m_compactRows ? roomy * 7 / 8 : roomy; }

    /// What moves by itself to please the eye stands still. Whatever animates asks for it.
    void setReducedMotion(bool reduced);
    bool reducedMotion() const { return m_reducedMotion; }

    /// Shown to others: large type, and ids that say nothing to them are hidden.
    void setPresenting(bool presenting);
    bool isPresenting() const { return m_presenting; }

    QFont font(TextSize size = TextSize::Body) const;
    /// For gids, branch ids, HTTP codes, JSON and SQL only.
    QFont mono() const;

    StateStyle style(State state) const { return stateStyle(state, tokens()); }
    StateStyle style(Verdict verdict) const { return verdictStyle(verdict, tokens()); }
    /// An icon in a colour of the theme: icon(u"bell"_s), icon(u"check"_s, &Tokens::accent). Follows changes by itself.
    QIcon icon(const QString &name, ColorOf color = &Tokens::text) const;

signals:
    /// Colours or sizes are others now. Palette and style sheet are applied already.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    bool wantsDark();
    double scale() const;
    QHash<QString, QString> sheetValues() const;

    QApplication &m_application;
    std::shared_ptr<Tokens> m_tokens;
    std::unique_ptr<FocusRing> m_focusRing;
    QFont m_systemFont;
    Scheme m_scheme = Scheme::System;
    bool m_dark = false;
    bool m_applying = false;
    double m_textScale = 1.0;
    bool m_compactRows = false;
    bool m_reducedMotion = false;
    bool m_presenting = false;
};

} // namespace theme
