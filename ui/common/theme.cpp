// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QPainter>
#include <QPalette>
#include <QPushButton>
#include <QStyleFactory>
#include <QSvgRenderer>

static void initializeIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace encore::ui
{
namespace
{

QPixmap drawn(const QString& file, const QColor& colour, int size)
{
    QSvgRenderer renderer(file);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    return pixmap;
}

} // namespace

Theme::Theme(QObject* parent) : QObject(parent)
{
    initializeIcons();
    const QPalette system = QApplication::palette();
    m_systemDark = system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
}

void Theme::apply(ThemeKind kind)
{
    m_kind = kind;
    m_dark = kind == ThemeKind::Dark || kind == ThemeKind::HighContrast || (kind == ThemeKind::System && m_systemDark);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QPalette palette;
    palette.setColor(QPalette::Window, surface());
    palette.setColor(QPalette::Base, raised());
    palette.setColor(QPalette::AlternateBase, surface());
    palette.setColor(QPalette::Button, raised());
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text());
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mutedText());
    palette.setColor(QPalette::PlaceholderText, mutedText());
    palette.setColor(QPalette::ToolTipBase, raised());
    palette.setColor(QPalette::Highlight, accent());
    palette.setColor(QPalette::HighlightedText, onAccent());
    palette.setColor(QPalette::Link, accent());
    palette.setColor(QPalette::Mid, border());
    palette.setColor(QPalette::Dark, border());
    palette.setColor(QPalette::Light, raised());
    QApplication::setPalette(palette);
    QApplication::setFont(font(TextRole::Body));
    qApp->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

QColor Theme::onAccent() const
{
    return m_dark ? QColor(0x10, 0x14, 0x1a) : QColor(Qt::white);
}

void Theme::makePrimary(QPushButton* button)
{
    button->setProperty("primary", true);
}

void Theme::makeCard(QFrame* frame)
{
    frame->setProperty("card", true);
}

void Theme::makeMuted(QLabel* label)
{
    label->setProperty("muted", true);
}

QColor Theme::accent() const
{
    if (m_kind == ThemeKind::HighContrast)
        return QColor(0xff, 0xe0, 0x66);
    return m_dark ? QColor(0x8f, 0xb4, 0xff) : QColor(0x28, 0x53, 0xb8);
}

QColor Theme::surface() const
{
    if (m_kind == ThemeKind::HighContrast)
        return Qt::black;
    return m_dark ? QColor(0x14, 0x17, 0x1c) : QColor(0xf4, 0xf5, 0xf8);
}

QColor Theme::raised() const
{
    if (m_kind == ThemeKind::HighContrast)
        return Qt::black;
    return m_dark ? QColor(0x1f, 0x24, 0x2b) : QColor(Qt::white);
}

QColor Theme::text() const
{
    if (m_kind == ThemeKind::HighContrast)
        return Qt::white;
    return m_dark ? QColor(0xf0, 0xf2, 0xf5) : QColor(0x14, 0x17, 0x1c);
}

QColor Theme::mutedText() const
{
    if (m_kind == ThemeKind::HighContrast)
        return Qt::white;
    return m_dark ? QColor(0xa9, 0xb2, 0xbd) : QColor(0x51, 0x5b, 0x69);
}

QColor Theme::border() const
{
    if (m_kind == ThemeKind::HighContrast)
        return Qt::white;
    return m_dark ? QColor(0x3b, 0x44, 0x50) : QColor(0xcd, 0xd3, 0xdb);
}

StateColours Theme::signal(door::Signal signal) const
{
    // Told apart without colour vision by lightness: GO and STOP differ in it as much as in hue (palette after Okabe and Ito, 2008).
    switch (signal) {
    case door::Signal::Go:
        return {QColor(0x0b, 0x7a, 0x3b), Qt::white, QColor(0x06, 0x5a, 0x2a)};
    case door::Signal::Ask:
        return {QColor(0xff, 0xb0, 0x00), QColor(0x20, 0x16, 0x00), QColor(0xb8, 0x7e, 0x00)};
    case door::Signal::HelpDesk:
        return {QColor(0x1f, 0x4f, 0xa3), Qt::white, QColor(0x14, 0x3a, 0x7c)};
    case door::Signal::Stop:
        return {QColor(0xb3, 0x12, 0x1d), Qt::white, QColor(0x80, 0x0c, 0x14)};
    case door::Signal::Already:
        return {QColor(0x6b, 0x2a, 0x8a), Qt::white, QColor(0x4c, 0x1b, 0x64)};
    }
    Q_UNREACHABLE();
}

QFont Theme::font(TextRole role) const
{
    static constexpr int pixels[] = {44, 28, 19, 15, 13, 15};
    QFont font;
    if (role == TextRole::Mono)
        font.setFamilies({QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono CJK KR")});
    else
        font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK KR"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(pixels[int(role)]);
    if (role == TextRole::Display || role == TextRole::Title || role == TextRole::Heading)
        font.setWeight(QFont::DemiBold);
    return font;
}

QIcon Theme::icon(const QString& name) const
{
    const QString file = QStringLiteral(":/encore/icons/") + name + QStringLiteral(".svg");
    if (!QSvgRenderer(file).isValid())
        return {};
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64}) {
        icon.addPixmap(drawn(file, text(), size), QIcon::Normal);
        icon.addPixmap(drawn(file, mutedText(), size), QIcon::Disabled);
        icon.addPixmap(drawn(file, accent(), size), QIcon::Normal, QIcon::On);
    }
    return icon;
}

QString Theme::styleSheet() const
{
    const QString rules = QStringLiteral(
        "QPushButton, QToolButton, QComboBox, QLineEdit, QSpinBox, QDateTimeEdit, QTextEdit, QPlainTextEdit {"
        " border: 1px solid %1; border-radius: 6px; padding: 5px 10px; background: %2; color: %3; }"
        "QPushButton:hover, QToolButton:hover, QComboBox:hover { border-color: %4; }"
        "QPushButton:pressed, QToolButton:pressed { background: %5; }"
        "QPushButton:disabled, QToolButton:disabled, QComboBox:disabled, QLineEdit:disabled { color: %6; }"
        "QPushButton:checked, QToolButton:checked { border: 2px solid %4; color: %4; font-weight: 600; }"
        "QPushButton[primary=\"true\"]:enabled { background: %4; border-color: %4; color: %9; font-weight: 600; }"
        "QPushButton[primary=\"true\"]:focus { border: 2px solid %3; }"
        "QListWidget::item { padding: 0 12px; border: none; } QListWidget::item:selected { background: %4; color: %9; }"
        "QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QSpinBox:focus, QDateTimeEdit:focus, QTextEdit:focus, QPlainTextEdit:focus,"
        " QAbstractItemView:focus { border: 2px solid %4; }"
        "QComboBox::drop-down { border: none; width: 28px; }"
        "QComboBox::down-arrow { image: url(:/encore/icons/chevron-%7.svg); width: 14px; height: 14px; }"
        "QCheckBox::indicator { width: 18px; height: 18px; border: 2px solid %6; border-radius: 4px; background: %2; }"
        "QCheckBox::indicator:checked { background: %4; border-color: %4; image: url(:/encore/icons/tick-%8.svg); }"
        "QRadioButton::indicator { width: 14px; height: 14px; border: 2px solid %6; border-radius: 9px; background: %2; }"
        "QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid %4; background: %2; }"
        "QCheckBox:focus, QRadioButton:focus { outline: 2px solid %4; }"
        "QToolTip { color: %3; background: %2; border: 1px solid %1; padding: 4px; }"
        "QAbstractItemView { border: 1px solid %1; border-radius: 6px; }"
        "QHeaderView::section { background: %5; color: %6; border: none; border-bottom: 1px solid %1; padding: 6px 8px; }"
        "QToolButton::menu-indicator { subcontrol-position: right center; right: 4px; image: url(:/encore/icons/chevron-%7.svg);"
        " width: 12px; height: 12px; }"
        "QToolButton[popupMode=\"2\"] { padding-right: 20px; }"
        "QTabBar::tab { color: %6; background: transparent; border: none; border-bottom: 3px solid transparent; padding: 8px 12px; }"
        "QTabBar::tab:selected { color: %3; border-bottom-color: %4; }"
        "QTabBar::tab:hover { color: %3; }"
        "QTabBar::tab:focus { color: %4; }"
        "QScrollBar { background: transparent; border: none; margin: 0; }"
        "QScrollBar:vertical { width: 12px; } QScrollBar:horizontal { height: 12px; }"
        "QScrollBar::handle { background: %1; border-radius: 4px; margin: 2px; min-width: 32px; min-height: 32px; }"
        "QScrollBar::handle:hover { background: %6; }"
        "QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none; width: 0;"
        " height: 0; }"
        "QFrame[card=\"true\"] { background: %2; border: 1px solid %1; border-radius: 8px; }"
        "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"
        "QLabel[fault=\"true\"] { color: %3; background: %2; border: 1px solid %1; border-left: 3px solid %4; border-radius: 4px; padding: 4px 8px; }"
        "QLabel[muted=\"true\"] { color: %6; }"
        "#rail, #topBar, #bottomBar { background: %2; }"
        "#rail { border-right: 1px solid %1; } #topBar { border-bottom: 1px solid %1; } #bottomBar { border-top: 1px solid %1; }"
        "#rail QToolButton { border: 1px solid transparent; text-align: left; padding: 8px; }"
        "#rail QToolButton:checked { background: %5; border-left: 3px solid %4; }"
        "#rail QToolButton:focus { border: 2px solid %4; }");
    const QString onGround = m_dark ? QStringLiteral("light") : QStringLiteral("dark"); // style sheets cannot tint, so there are two of each
    const QString tick = m_dark ? QStringLiteral("dark") : QStringLiteral("light");
    return rules.arg(border().name(), raised().name(), text().name(), accent().name(), surface().name(), mutedText().name(), onGround,
                     tick, onAccent().name());
}

} // namespace encore::ui
